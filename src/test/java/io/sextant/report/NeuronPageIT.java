package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import io.sextant.attention.EncoderKind;
import io.sextant.attention.Float64Bert;
import io.sextant.attention.RandomBert;
import io.sextant.attention.ScoreOffsets;
import io.sextant.bert.BertModel;
import io.sextant.bert.Position;
import io.sextant.text.EncodedPair;
import io.sextant.view.EncoderPass;
import io.sextant.view.PairVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests in a browser that the neuron view draws the numbers that encoders of all kinds compute. */
class NeuronPageIT extends PageInBrowser {
  private static final int TOKENS = 20;
  private static final int WIDTH = 8;
  private static final int LAYER = 1;
  private static final int HEAD = 1;
  private static final int QUERY = 10;
  private static final String BIAS = "bias";

  @TempDir Path folder;

  /** What the view writes beside a key. */
  private record Row(double score, double bias, double softmax) {}

  @ParameterizedTest
  @EnumSource
  void scoresBiasAndSoftmaxAreThoseOfTheEncoder(EncoderKind kind) throws IOException {
    BertModel model = RandomBert.of(kind, 2, 2, WIDTH, 24, 3);
    EncodedPair pair = RandomBert.pair(TOKENS, 9, 5);
    PairVectors vectors = EncoderPass.run(model, pair);
    show(vectors);
    boolean biased = kind != EncoderKind.NOMIC_BERT;
    List<Row> rows = rows(biased);
    double[] attention = new Float64Bert(model).attention(pair)[LAYER][HEAD][QUERY];
    double sum = rows.stream().mapToDouble(row -> Math.exp(row.score() + row.bias())).sum();
    for (int key = 0; key < TOKENS; key++) {
      Row row = rows.get(key);
      assertThat(row.softmax()).isCloseTo(attention[key], within(.001));
      assertThat(Math.exp(row.score() + row.bias()) / sum).isCloseTo(attention[key], within(.01));
      assertThat(row.bias()).isEqualTo(bias(model, vectors, key), within(.006));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theScoreIsTheProductOfTheDrawnQueryAndKey(EncoderKind kind) throws IOException {
    BertModel model = RandomBert.of(kind, 2, 2, WIDTH, 24, 3);
    show(EncoderPass.run(model, RandomBert.pair(TOKENS, 9, 5)));
    List<Row> rows = rows(kind != EncoderKind.NOMIC_BERT);
    boolean rotary = model.config().design().position() instanceof Position.Rotary;
    assertThat(said().contains("rotated by their positions")).isEqualTo(rotary);
    for (int key : new int[] {0, QUERY, TOKENS - 2}) {
      double product = 0;
      for (int d = 0; d < WIDTH; d++) {
        product += pointedAt(d, 40) * pointedAt(d, 96 + 18 * key + 5);
      }
      assertThat(product / Math.sqrt(WIDTH)).isCloseTo(rows.get(key).score(), within(.02));
    }
  }

  @Test
  void whereNoKeyIsHiddenALocalLayerHasNoBias() throws IOException {
    BertModel model = RandomBert.of(EncoderKind.MODERNBERT, 2, 2, WIDTH, 24, 3);
    show(EncoderPass.run(model, RandomBert.pair(TOKENS, 9, 5)));
    assertThat(said()).contains("−∞ for one outside it").doesNotContain("depends on the distance");
    page.context().close();
    page = browser.show(write(EncoderPass.run(model, RandomBert.pair(7, 3, 5))));
    tab("Neuron view");
    choose("Layer", String.valueOf(LAYER));
    assertThat(Xml.texts(saved())).contains("softmax").doesNotContain(BIAS);
    assertThat(said()).doesNotContain(BIAS);
  }

  /** Returns what an encoder adds to the scaled score of a key. */
  private static double bias(BertModel model, PairVectors vectors, int key) {
    PairVectors.Layer layer = vectors.layers().get(LAYER);
    if (layer.positions() != null) {
      return layer.positions().perHead().get(HEAD)[QUERY * TOKENS + key];
    }
    ScoreOffsets offsets = ScoreOffsets.of(model).get(LAYER);
    float offset = offsets == null ? 0 : offsets.at(HEAD, key - QUERY);
    return offset == ScoreOffsets.HIDDEN ? Double.NEGATIVE_INFINITY : offset;
  }

  private Path write(PairVectors vectors) {
    Path file = folder.resolve("pair.html");
    PairReport.writePage(vectors, file);
    return file;
  }

  private void show(PairVectors vectors) {
    page = browser.show(write(vectors));
    tab("Neuron view");
    choose("Layer", String.valueOf(LAYER));
    choose("Head", String.valueOf(HEAD));
    choose("Token", String.valueOf(QUERY));
  }

  private String said() {
    return page.locator("section[aria-label='Neuron view'] .prose").textContent();
  }

  /** Returns the numbers that are drawn in the rows of the keys. */
  private List<Row> rows(boolean biased) throws IOException {
    List<String> texts = Xml.texts(saved());
    assertThat(texts.contains(BIAS)).as("a column for the bias").isEqualTo(biased);
    int first = texts.indexOf("softmax") + 1;
    int wide = biased ? 4 : 3;
    return IntStream.range(0, TOKENS)
        .mapToObj(key -> texts.subList(first + key * wide, first + (key + 1) * wide))
        .map(
            row ->
                new Row(
                    number(row.get(1)), biased ? number(row.get(2)) : 0, number(row.get(wide - 1))))
        .toList();
  }

  /** Returns the number of the query or of a key that the view reads out at a height. */
  private double pointedAt(int d, int y) {
    page.locator(".neuron-view canvas")
        .hover(new Locator.HoverOptions().setPosition(130 + 4.5 * d + 2, y));
    return number(page.locator(".readout").textContent().replaceAll(".*: ", ""));
  }

  private static double number(String text) {
    return text.equals("−∞")
        ? Double.NEGATIVE_INFINITY
        : Double.parseDouble(text.replace("−", "-"));
  }
}
