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

/** Made effects of the heads of BERT-Base, for tests of what shows them. */
public final class MadeEffects {
  /** How the effects were measured. */
  public static final RunManifest.Effects HOW =
      new RunManifest.Effects(
          64, "mean", "labelled", List.of("masked_lm_loss", "masked_lm_kl"), "f");

  private MadeEffects() {}

  /** Returns rows in which head i has the effect (i - 43) / 10,000 and so the rank 144 - i. */
  public static List<HeadEffect> heads() {
    return IntStream.range(0, 144).mapToObj(MadeEffects::head).toList();
  }

  /** Returns rows of two heads, the first of which is explained by its pattern. */
  public static List<PatternEffect> patterns() {
    return List.of(knockedOut(2, 0, "next", "all"), knockedOut(7, 6, "delimiter", "sep"));
  }

  /** Returns rows of two labels: one with less effect than its random sets, and one with more. */
  public static List<LabelEffect> labels() {
    return List.of(label("delimiter", "sep", .0123, 21), label("next", "all", .25, 1));
  }

  private static HeadEffect head(int number) {
    return Table.HEAD_EFFECTS
        .row()
        .set(new HeadKey("run", number / 12, number % 12))
        .set("outcome", "masked_lm_loss")
        .set("n_clusters", 64L)
        .set("n_pairs", 64L)
        .set("intact", 2.34567)
        .set("effect", around((number - 43) / 10_000.))
        .set("q_value", .02)
        .set("layer_mean", .00123)
        .set("rank", 144 - number)
        .build();
  }

  private static PatternEffect knockedOut(int layer, int head, String pattern, String part) {
    return Table.PATTERN_EFFECTS
        .row()
        .set(new HeadKey("run", layer, head))
        .set("pattern", pattern)
        .set("part", part)
        .set("outcome", "masked_lm_loss")
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

  private static LabelEffect label(String pattern, String part, double effect, int rank) {
    return Table.LABEL_EFFECTS
        .row()
        .set("run_id", "run")
        .set("pattern", pattern)
        .set("part", part)
        .set("outcome", "masked_lm_loss")
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
