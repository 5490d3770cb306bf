package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.PartialRunException;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.RunState;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** A program stops a run by cancelling the job group of its Spark jobs, as Python's Ctrl-C does. */
class CancelledGroupTest extends SparkTest {
  @Test
  void aRunWhoseJobGroupIsCancelledIsResumed() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(400));
    run(TWO_CORES, input, "whole", Map.of());
    SparkSession spark = session(TWO_CORES);
    try {
      spark.sparkContext().setJobGroup("ours", "of the test", true);
      ProfileJob job =
          job(spark, input, "out", Map.of())
              .showing((done, all) -> spark.sparkContext().cancelJobGroup("ours"));
      assertThatThrownBy(job::run)
          .isInstanceOf(PartialRunException.class)
          .hasMessageContaining("interrupted after");
      assertThat(RunDirectory.at(folder.resolve("out").toString(), new Configuration()).manifest())
          .returns(RunState.PARTIAL, RunManifest::state);
    } finally {
      spark.stop();
    }
    run(TWO_CORES, input, "out", Map.of("output.existing", "resume"));
    assertThat(tables("out")).isEqualTo(tables("whole"));
  }
}
