package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.AttentionRunner;
import io.sextant.attention.AttentionSink;
import io.sextant.attention.RecordingSink;
import io.sextant.bert.TinyCheckpoint;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.job.executor.CalibratedAttention;
import io.sextant.job.executor.CalibrationTask;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.TaskSettings;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The chunks of a run need not run the pairs again that were calibrated on in the same JVM. */
class CalibratedAttentionTest extends SparkTest {
  private static final List<SentencePair> PAIRS =
      List.of(
          new SentencePair("1", null, "the cat sat on the mat", "the dog ran"),
          new SentencePair("2", null, "a dog", "the cat ran on the mat"),
          new SentencePair("3", null, "the mat", "the mat"));

  @Test
  void theAttentionOfCalibratedPairsIsTaken() throws IOException {
    String model = TinyCheckpoint.write(folder.resolve("model")).toString();
    TaskSettings task =
        Settings.of(model, ModelLayouts.open(folder.resolve("model")).fingerprint());
    List<EncodedPair> encoded =
        PAIRS.stream().map(pair -> LoadedModel.of(task).encoder().encode(pair)).toList();
    RecordingSink computed = new RecordingSink();
    try (AttentionRunner runner = LoadedModel.of(task).newRunner(task.engine().outputs())) {
      runner.run(encoded, computed);
    }

    try (SparkSession spark = session(TWO_CORES)) {
      Broadcast<TaskSettings> settings =
          JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(task);
      new CalibrationTask(settings, false).call(PAIRS);
      assertThat(CalibratedAttention.of(task).size()).isZero();
      new CalibrationTask(settings, true).call(PAIRS);
    }
    assertThat(CalibratedAttention.of(task).size()).isEqualTo(3);
    assertThat(CalibratedAttention.of(task.writingTo("another", "folder")).size()).isEqualTo(3);

    RecordingSink taken = new RecordingSink();
    CalibratedAttention.of(task).taking(new Unused()).run(encoded, taken);
    for (int pair = 0; pair < PAIRS.size(); pair++) {
      assertThat(taken.of(pair)).usingRecursiveComparison().isEqualTo(computed.of(pair));
    }
  }

  /** A model that must not be run. */
  private static final class Unused implements AttentionRunner {
    @Override
    public void run(List<EncodedPair> batch, AttentionSink sink) {
      throw new AssertionError(batch.size() + " pairs are run again");
    }

    @Override
    public void close() {}
  }
}
