package io.sextant.job.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

/** Tests when a run reports that it waits for executors, and the message. */
class StarvationTest {

  @Test
  void itIsSaidAfterAMinuteAndThenEverMoreSparsely() {
    Starvation starvation = new Starvation();
    List<Long> said = new ArrayList<>();
    for (long second = 1000; second < 1000 + 7200; second += 5) {
      starvation.at(second, true).ifPresent(said::add);
    }
    assertThat(said).containsExactly(60L, 300L, 1500L);
  }

  @Test
  void anExecutorThatComesStartsTheCountAnew() {
    Starvation starvation = new Starvation();
    assertThat(starvation.at(0, true)).isEmpty();
    assertThat(starvation.at(59, true)).isEmpty();
    assertThat(starvation.at(60, false)).isEmpty();
    assertThat(starvation.at(65, true)).isEmpty();
    assertThat(starvation.at(124, true)).isEmpty();
    assertThat(starvation.at(125, true)).hasValue(60);
    assertThat(starvation.at(130, false)).isEmpty();
    assertThat(starvation.at(135, true)).isEmpty();
    assertThat(starvation.at(195, true)).as("a second shortage").hasValue(60);
  }

  @Test
  void coresAndMemoryThatWereAskedForAreNamedWithTheirSettings() {
    assertThat(unmet("spark://h:7077", "spark.executor.cores=4", "spark.executor.memory=2g"))
        .isEqualTo(
            "no executor has come from spark://h:7077 for 60 s: the run waits."
                + " Each executor needs 4 cores and 2g of memory on one machine"
                + " (spark.executor.cores, spark.executor.memory): start a worker that has as much"
                + " free, or end the run and ask for less,"
                + " such as --conf spark.executor.cores=1 --conf spark.executor.memory=1g");
  }

  @Test
  void whatIsNotSetIsNotNamed() {
    assertThat(unmet("spark://h:7077"))
        .contains("Each executor needs 1g of memory on one machine (spark.executor.memory):");
  }

  @Test
  void theOverheadCountsWhereTheClusterCountsIt() {
    String overhead = "spark.executor.memoryOverhead=512m";
    assertThat(unmet("yarn", "spark.executor.cores=1", overhead))
        .contains("1 core and 1g + 512m of memory", "spark.executor.memoryOverhead)");
    assertThat(unmet("spark://h:7077", overhead)).doesNotContain("verhead");
  }

  @Test
  void aLimitBelowOneExecutorIsNamedAsTheCause() {
    assertThat(unmet("spark://h:7077", "spark.executor.cores=4", "spark.cores.max=2"))
        .contains("the run may use 2 cores", "one executor needs 4");
  }

  private static String unmet(String master, String... settings) {
    SparkConf conf = new SparkConf(false).set("spark.master", master);
    for (String setting : settings) {
      String[] keyAndValue = setting.split("=");
      conf.set(keyAndValue[0], keyAndValue[1]);
    }
    return ExecutorRequest.of(conf).unmet(60);
  }
}
