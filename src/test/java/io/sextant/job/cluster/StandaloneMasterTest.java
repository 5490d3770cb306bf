package io.sextant.job.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection to a standalone cluster's master is tried before Spark starts. */
class StandaloneMasterTest {

  @Test
  void oneOfSeveralMastersMustAnswer() throws IOException {
    String dead = "127.0.0.1:" + closedPort();
    try (ServerSocket alive = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String master = "spark://" + dead + ",127.0.0.1:" + alive.getLocalPort();
      assertThatCode(() -> StandaloneMaster.requireAnswer(master)).doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> StandaloneMaster.requireAnswer("spark://" + dead))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no Spark master answers at spark://" + dead)
        .hasMessageContaining("SPARK_MASTER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark://host", "spark://", "spark://a b:7077", "spark://x.invalid:7077"})
  void anAddressThatIsNoneIsNamed(String master) {
    assertThatThrownBy(() -> StandaloneMaster.requireAnswer(master))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(master);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[*]", "local-cluster[2,1,1024]", "yarn", "k8s://https://h:6443"})
  void otherClustersAreLeftToSpark(String master) {
    assertThatCode(() -> StandaloneMaster.requireAnswer(master)).doesNotThrowAnyException();
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
