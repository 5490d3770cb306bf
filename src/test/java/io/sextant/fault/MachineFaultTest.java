package io.sextant.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MachineFaultTest {

  static Stream<Arguments> faults() {
    String library = "/tmp/x/libtokenizers.so: /tmp/x/libtokenizers.so: failed to map segment";
    return Stream.of(
        Arguments.of(
            new OutOfMemoryError("Java heap space"),
            List.of("out of memory", "Java heap space", "SEXTANT_JAVA_OPTS")),
        Arguments.of(new StackOverflowError(), List.of("nested too deeply")),
        Arguments.of(
            new UnsatisfiedLinkError(library),
            List.of("libtokenizers.so cannot be loaded from /tmp/x (failed to map segment)")),
        Arguments.of(
            new UnsatisfiedLinkError("no jnidnnl in java.library.path: /usr/lib"),
            List.of("a native library cannot be loaded", "jnidnnl")),
        Arguments.of(
            new NoClassDefFoundError("org/apache/spark/SparkConf"),
            List.of("class org.apache.spark.SparkConf cannot be loaded", "jar")),
        Arguments.of(new NoSuchMethodError("a.B.c()"), List.of("another version", "a.B.c()")),
        Arguments.of(
            new InternalError("a fault occurred in an unsafe memory access operation"),
            List.of("a file of the model was truncated")),
        Arguments.of(
            new UnknownHostException("box: box: Name or service not known"),
            List.of("'box' has no address", "SPARK_LOCAL_IP")),
        Arguments.of(fullDisk(), List.of("cannot write: No space left on device")));
  }

  /** Returns Hadoop's error for a full disk; its constructor is package-private. */
  private static Error fullDisk() {
    try {
      Constructor<FSError> constructor = FSError.class.getDeclaredConstructor(Throwable.class);
      constructor.setAccessible(true);
      return constructor.newInstance(new IOException("No space left on device"));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("FSError", e);
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultOfTheMachineIsTold(Throwable fault, List<String> told) {
    assertThat(MachineFault.of(fault)).get().asString().contains(told);
    assertThat(MachineFault.of(fault)).get().asString().doesNotContain("\n");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void alsoWhereItIsTheCauseOfAnother(Throwable fault, List<String> told) {
    Throwable task = new RuntimeException("Job aborted", new ExceptionInInitializerError(fault));
    assertThat(MachineFault.of(task)).isEqualTo(MachineFault.of(fault));
  }

  @Test
  void aJarThatCannotBeReadIsNamedWhereAClassIsMissing() {
    String before = System.getProperty("java.class.path");
    System.setProperty("java.class.path", "/nowhere/spark-core.jar");
    try {
      assertThat(MachineFault.of(new NoClassDefFoundError("a/B")))
          .contains("class a.B cannot be loaded: the jar /nowhere/spark-core.jar cannot be read");
    } finally {
      System.setProperty("java.class.path", before);
    }
  }

  @Test
  void otherErrorsAreNot() {
    assertThat(MachineFault.of(new IllegalStateException("x"))).isEmpty();
    assertThat(MachineFault.of(new InternalError("x"))).isEmpty();
    RuntimeException ring = new RuntimeException("a");
    ring.initCause(new RuntimeException("b", ring));
    assertThat(MachineFault.of(ring)).isEmpty();
  }
}
