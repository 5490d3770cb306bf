package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.bert.TinyCheckpoint;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.fault.BadInputException;
import io.sextant.job.chunk.ChunkPlan;
import io.sextant.job.executor.CalibrationTask;
import io.sextant.job.executor.DistanceTask;
import io.sextant.job.executor.ExemplarTask;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.PredictionTask;
import io.sextant.job.executor.TaskSettings;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A task that reads a model whose mapped files were truncated names the model, and throws no error
 * that would end the executor.
 */
class CutModelTest extends SparkTest {
  private static SparkSession spark;

  private Path model;
  private Broadcast<TaskSettings> settings;

  @BeforeAll
  static void open() {
    spark = session(TWO_CORES);
  }

  @AfterAll
  static void close() {
    spark.stop();
  }

  @BeforeEach
  void cut() throws IOException {
    model = TinyCheckpoint.write(folder.resolve("model"));
    TaskSettings task = Settings.of(model.toString(), ModelLayouts.open(model).fingerprint());
    LoadedModel.of(task);
    settings = JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(task);
    Path vocabulary = model.resolve("vocab.txt");
    Files.writeString(vocabulary, Files.readString(vocabulary).replace("\nmat\n", "\nrug\n"));
  }

  @Test
  void theTaskOfPredictionsNamesIt() {
    assertNamed(() -> new PredictionTask(settings).call(cutWhileRead()));
  }

  @Test
  void theTaskOfExemplarsNamesIt() {
    assertNamed(
        () ->
            new ExemplarTask(
                    settings, new ChunkPlan(1), new SerializableConfiguration(new Configuration()))
                .call(cutWhileRead()));
  }

  @Test
  void theTasksOfSamplesNameIt() {
    List<SentencePair> pairs =
        new AbstractList<>() {
          @Override
          public SentencePair get(int index) {
            throw new InternalError("a fault occurred in an unsafe memory access operation");
          }

          @Override
          public int size() {
            return 1;
          }
        };
    assertNamed(() -> new CalibrationTask(settings, false).call(pairs));
    assertNamed(() -> new DistanceTask(settings).call(pairs));
  }

  private void assertNamed(ThrowingCallable task) {
    assertThatThrownBy(task)
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("the model " + model + " changed while it was in use");
  }

  private static <T> Iterator<T> cutWhileRead() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public T next() {
        throw new InternalError("a fault occurred in an unsafe memory access operation");
      }
    };
  }
}
