package io.sextant.testing;

import io.sextant.math.Interval;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadEffect;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.LabelEffect;
import io.sextant.table.row.PatternEffect;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Made effects of the heads of BERT-Base, for tests of what shows them. */
public final class MadeEffects {
  private static final String LOSS = "masked_lm_loss";
  private static final String WORDS = "masked_lm_kl";

  /** How the effects were measured. */
  public static final RunManifest.Effects HOW =
      new RunManifest.Effects(64, "mean", "labelled", List.of(LOSS, WORDS), "f");

  private MadeEffects() {}

  /**
   * Returns rows in which head i has the effect (i - 43) / 10,000 on the loss and so the rank 144 -
   * i, and i / 1,000 on the predicted words.
   */
  public static List<HeadEffect> heads() {
    return IntStream.range(0, 144)
        .boxed()
        .flatMap(i -> Stream.of(head(i, LOSS, (i - 43) / 10_000.), head(i, WORDS, i / 1000.)))
        .toList();
  }

  /** Returns rows of two heads, the first of which is explained by its pattern. */
  public static List<PatternEffect> patterns() {
    return List.of(
        knockedOut(2, 0, "next", "all", LOSS),
        knockedOut(2, 0, "next", "all", WORDS),
        knockedOut(7, 6, "delimiter", "sep", LOSS),
        knockedOut(7, 6, "delimiter", "sep", WORDS));
  }

  /**
   * Returns rows of two labels: one with less effect than its random sets, and one with more. On
   * the predicted words, their effects are twice those on the loss.
   */
  public static List<LabelEffect> labels() {
    return List.of(
        label("delimiter", "sep", LOSS, .0123, 21),
        label("delimiter", "sep", WORDS, .0246, 21),
        label("next", "all", LOSS, .25, 1),
        label("next", "all", WORDS, .5, 1));
  }

  private static HeadEffect head(int number, String outcome, double effect) {
    return Table.HEAD_EFFECTS
        .row()
        .set(new HeadKey("run", number / 12, number % 12))
        .set("outcome", outcome)
        .set("n_clusters", 64L)
        .set("n_pairs", 64L)
        .set("intact", outcome.equals(LOSS) ? 2.34567 : Double.NaN)
        .set("effect", around(effect))
        .set("q_value", .02)
        .set("layer_mean", .00123)
        .set("rank", 144 - number)
        .build();
  }

  private static PatternEffect knockedOut(
      int layer, int head, String pattern, String part, String outcome) {
    return Table.PATTERN_EFFECTS
        .row()
        .set(new HeadKey("run", layer, head))
        .set("pattern", pattern)
        .set("part", part)
        .set("outcome", outcome)
        .set("exhibits", true)
        .set("n_clusters", 64L)
        .set("n_pairs", 64L)
        .set("knockout_effect", around(.01))
        .set("n_controlled", 64L)
        .set("matched_effect", .01)
        .set("control_effect", around(.002))
        .set("difference", around(layer == 2 ? .008 : .004))
        .set("q_value", .0004)
        .set("explained", layer == 2 ? new Interval(.8, .7, .9) : Interval.NONE)
        .build();
  }

  private static LabelEffect label(
      String pattern, String part, String outcome, double effect, int rank) {
    return Table.LABEL_EFFECTS
        .row()
        .set("run_id", "run")
        .set("pattern", pattern)
        .set("part", part)
        .set("outcome", outcome)
        .set("n_heads", 14)
        .set("n_clusters", 64L)
        .set("n_pairs", 64L)
        .set("effect", around(effect))
        .set("random_sets", 20)
        .set("random_mean", .05)
        .set("random_sd", .01)
        .set("rank", rank)
        .set("difference", around(effect - .05))
        .build();
  }

  private static Interval around(double value) {
    return new Interval(value, value - .001, value + .001);
  }
}
