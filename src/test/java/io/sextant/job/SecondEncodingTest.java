package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.attention.GoldenModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.job.chunk.ChunkPlan;
import io.sextant.job.executor.ExemplarTask;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.PredictionTask;
import io.sextant.job.executor.TaskSettings;
import io.sextant.profile.exemplar.ExemplarChoice;
import io.sextant.profile.exemplar.ExemplarChoice.Show;
import io.sextant.table.row.Exemplar;
import io.sextant.text.SentencePair;
import io.sextant.text.UncutSentenceException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests sentences that the tokenizer refuses the second time, for instance by its time limit. */
class SecondEncodingTest extends SparkTest {
  private static final SentencePair REFUSED =
      new SentencePair("refused", null, "the cat sat on the mat . ".repeat(40), "the dogs sat .");

  private static final SentencePair FINE =
      new SentencePair("fine", null, "the cat sat on the mat", "the dogs sat on it");

  private static SparkSession spark;

  @BeforeAll
  static void open() {
    spark = session(TWO_CORES);
  }

  @AfterAll
  static void close() {
    spark.stop();
  }

  @Test
  void anExemplarIsPassedOver() throws IOException {
    List<Show> shows = List.of(new Show(0, 0, "next", 1, .5));
    Iterator<Exemplar> drawn =
        new ExemplarTask(
                settings(), new ChunkPlan(1), new SerializableConfiguration(new Configuration()))
            .call(
                List.of(new ExemplarChoice(REFUSED, shows), new ExemplarChoice(FINE, shows))
                    .iterator());
    assertThat(drawn)
        .toIterable()
        .extracting(exemplar -> exemplar.pair().pairId())
        .containsExactly("fine");
  }

  @Test
  void aPairOfTheSampleForPredictionsSaysNothing() throws IOException {
    List<PredictionTask.Timed> scored = new ArrayList<>();
    new PredictionTask(settings())
        .call(List.of(REFUSED, FINE).iterator())
        .forEachRemaining(scored::add);
    assertThat(scored).hasSize(2);
    assertThat(scored.get(0).scores()).isNull();
    assertThat(scored.get(1).scores()).isNotNull();
  }

  private Broadcast<TaskSettings> settings() throws IOException {
    Path model = modelOfShortSentences();
    TaskSettings settings = Settings.of(model.toString(), ModelLayouts.open(model).fingerprint());
    assertThatThrownBy(() -> LoadedModel.of(settings).encoder().encode(REFUSED))
        .isInstanceOf(UncutSentenceException.class);
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(settings);
  }

  /** Returns a model whose tokenizer has a pattern that allows short sentences only. */
  private Path modelOfShortSentences() throws IOException {
    Path model = Files.createDirectories(folder.resolve("model"));
    try (Stream<Path> files = Files.list(GoldenModel.maskedLm("bert"))) {
      for (Path file : files.toList()) {
        Files.copy(file, model.resolve(file.getFileName()));
      }
    }
    File tokenizer = model.resolve("tokenizer.json").toFile();
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode json = (ObjectNode) mapper.readTree(tokenizer);
    ArrayNode steps = mapper.createArrayNode().add(json.get("normalizer"));
    ObjectNode costly = steps.addObject().put("type", "Replace").put("content", "q");
    costly.putObject("pattern").put("Regex", "x*y*z*w*q");
    json.putObject("normalizer").put("type", "Sequence").set("normalizers", steps);
    mapper.writeValue(tokenizer, json);
    File settings = model.resolve("tokenizer_config.json").toFile();
    ObjectNode config = (ObjectNode) mapper.readTree(settings);
    mapper.writeValue(settings, config.put("tokenizer_class", "PreTrainedTokenizerFast"));
    return model;
  }
}
