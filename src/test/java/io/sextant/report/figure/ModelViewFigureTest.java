package io.sextant.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.EncoderKind;
import io.sextant.attention.RandomBert;
import io.sextant.attention.ScoreOffsets;
import io.sextant.report.Xml;
import io.sextant.report.draw.SvgDocument;
import io.sextant.report.draw.Typeface;
import io.sextant.view.PairVectors;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelViewFigureTest {
  private static final String LOCAL =
      "Layers down, heads across, counted from 0. A bar marks local layers.";

  private final Typeface typeface = Typeface.load();

  @Test
  void layersThatDoNotSeeAllKeysOfThePairAreMarked() {
    assertThat(texts(12)).contains(LOCAL);
    assertThat(texts(8))
        .contains("Layers down, heads across, counted from 0.")
        .doesNotContain(LOCAL);
  }

  /** Returns the texts of a picture of n tokens, where the second layer sees 7 to each side. */
  private List<String> texts(int n) {
    List<PairVectors.Layer> layers =
        ScoreOffsets.of(RandomBert.of(EncoderKind.MODERNBERT, 2, 1, 4, 8, 1)).stream()
            .map(
                offsets ->
                    new PairVectors.Layer(
                        new double[n * 4], new double[n * 4], true, offsets, null))
            .toList();
    PairVectors pair =
        new PairVectors(
            "tiny",
            Collections.nCopies(n, "word"),
            new int[n],
            new int[n],
            List.of("word"),
            1,
            layers);
    return Xml.texts(SvgDocument.file(new ModelViewFigure(pair), typeface));
  }
}
