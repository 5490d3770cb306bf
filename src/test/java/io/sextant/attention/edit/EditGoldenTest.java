package io.sextant.attention.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.attention.AttentionModel;
import io.sextant.attention.Backend;
import io.sextant.attention.GoldenModel;
import io.sextant.attention.Precision;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares edits of heads in every architecture with hooks in Hugging Face transformers. */
class EditGoldenTest {
  private static final double FLOAT32 = 1e-5;

  @ParameterizedTest
  @MethodSource("io.sextant.attention.GoldenModel#maskedLms")
  void predictionsOfMaskedTokensAreItsOwn(String checkpoint) throws IOException {
    check(GoldenModel.maskedLm(checkpoint), List.of(Outcome.LOSS, Outcome.KL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "albert",
        "camembert",
        "deberta-v2",
        "distilbert",
        "electra",
        "modernbert",
        "mpnet",
        "nomic-bert",
        "roberta",
        "xlm-roberta"
      })
  void classesAreItsOwn(String checkpoint) throws IOException {
    check(GoldenModel.task(checkpoint), List.of(Outcome.KL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bert", "gte", "modernbert-mean"})
  void scoresAreItsOwn(String checkpoint) throws IOException {
    check(GoldenModel.task(checkpoint), List.of(Outcome.DIFFERENCE));
  }

  private static void check(Path directory, List<Outcome> outcomes) throws IOException {
    JsonNode golden = new ObjectMapper().readTree(directory.resolve("edits.json").toFile());
    BertModel model = ModelLayouts.open(directory);
    OutputHead head = model.maskedLm() == null ? OutputHead.task(model) : OutputHead.maskedLm();
    assertThat(head.outcomes()).isEqualTo(outcomes);
    List<EncodedPair> inputs = inputs(model, golden.get("inputs"));
    for (String backend : List.of("onednn", "nd4j")) {
      try (AttentionModel opened = Backend.of(backend).open(model, Precision.F32);
          EditRunner runner = new EditRunner(model, opened, head)) {
        HeadContexts means = means(runner, model.config(), inputs);
        assertClose(means, golden.get("means"));
        List<EditedPair> pairs = new ArrayList<>();
        for (JsonNode result : golden.get("results")) {
          pairs.add(edited(model, inputs.get(result.get("input").asInt()), result, means));
        }
        RecordedOutcomes recorded = new RecordedOutcomes(pairs);
        runner.run(pairs, recorded);
        for (int pair = 0; pair < pairs.size(); pair++) {
          JsonNode result = golden.get("results").get(pair);
          assertClose(recorded.intact(pair), result.get("intact"), backend + ", intact");
          for (int edit = 0; edit < result.get("edits").size(); edit++) {
            JsonNode expected = result.get("edits").get(edit);
            assertClose(
                recorded.of(pair, edit), expected.get("outcomes"), backend + ", " + expected);
          }
        }
      }
    }
  }

  private static List<EncodedPair> inputs(BertModel model, JsonNode texts) {
    List<EncodedPair> inputs = new ArrayList<>();
    try (PairEncoder encoder = new PairEncoder(model, model.config().positions())) {
      for (JsonNode text : texts) {
        String a = text.get("a").asText();
        inputs.add(encoder.encode(new SentencePair("golden", null, a, text.get("b").textValue())));
      }
    }
    return inputs;
  }

  private static HeadContexts means(
      EditRunner runner, BertConfig config, List<EncodedPair> inputs) {
    ContextSums sums = new ContextSums(config.layers(), config.hidden());
    runner.addContexts(inputs.subList(0, 2), sums);
    ContextSums others = new ContextSums(config.layers(), config.hidden());
    runner.addContexts(inputs.subList(2, inputs.size()), others);
    sums.merge(others);
    return sums.mean();
  }

  private static EditedPair edited(
      BertModel model, EncodedPair input, JsonNode result, HeadContexts means) {
    List<HeadEdit> edits = new ArrayList<>();
    HeadContexts zero = HeadContexts.zero(model.config().layers(), model.config().hidden());
    for (JsonNode edit : result.get("edits")) {
      List<Head> heads = new ArrayList<>();
      edit.get("heads")
          .forEach(head -> heads.add(new Head(head.get(0).asInt(), head.get(1).asInt())));
      edits.add(
          switch (edit.get("kind").asText()) {
            case "zero" -> new Ablation(heads, zero);
            case "mean" -> new Ablation(heads, means);
            default -> new Knockout(heads.get(0), rows(edit.get("removed")));
          });
    }
    int[] positions = ints(result.get("positions"));
    return positions.length == 0
        ? EditedPair.whole(input, edits)
        : EditedPair.masked(input, positions, model.maskedLm().mask(), edits);
  }

  private static void assertClose(HeadContexts means, JsonNode expected) {
    for (int layer = 0; layer < means.byLayer().length; layer++) {
      for (int i = 0; i < means.byLayer()[layer].length; i++) {
        assertThat((double) means.byLayer()[layer][i])
            .isCloseTo(expected.get(layer).get(i).asDouble(), within(FLOAT32));
      }
    }
  }

  /** Small outcomes must also agree in their first three digits. */
  private static void assertClose(double[] outcomes, JsonNode expected, String what) {
    assertThat(outcomes).hasSize(expected.size());
    for (int i = 0; i < outcomes.length; i++) {
      double one = expected.get(i).asDouble();
      double error = Math.min(FLOAT32, 1e-7 + 1e-3 * Math.abs(one));
      assertThat(outcomes[i]).as(what).isCloseTo(one, within(error));
    }
  }

  private static int[][] rows(JsonNode lists) {
    int[][] rows = new int[lists.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = ints(lists.get(i));
    }
    return rows;
  }

  private static int[] ints(JsonNode list) {
    int[] ints = new int[list.size()];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = list.get(i).asInt();
    }
    return ints;
  }
}
