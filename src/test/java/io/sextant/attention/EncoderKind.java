package io.sextant.attention;

import io.sextant.bert.DistanceBuckets;
import io.sextant.bert.EncoderDesign;
import io.sextant.bert.NormPlacement;
import io.sextant.bert.Position;
import io.sextant.bert.RelativeBuckets;
import io.sextant.bert.RotaryAngles;
import io.sextant.bert.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The designs of encoders that differ from BERT's, for random weights. */
public enum EncoderKind {
  /** A bias of the relative position is added to the scores. */
  MPNET,
  /** Queries and keys are rotated, and the feed-forward networks have gates. */
  NOMIC_BERT,
  /** As before, with layer norms before, a final norm, and windows of 7 positions to each side. */
  MODERNBERT,
  /** Scores have terms of relative positions, whose projections are their own. */
  DEBERTA_V2;

  static final RelativeBuckets RELATIVE = new RelativeBuckets(16, 60);
  static final DistanceBuckets BUCKETS = new DistanceBuckets(32, 128);

  /** Returns the design of an encoder. */
  public EncoderDesign design(int layers) {
    return switch (this) {
      case MPNET ->
          new EncoderDesign(new Position.Bias(BUCKETS), NormPlacement.AFTER, false, layers);
      case NOMIC_BERT -> {
        List<RotaryAngles> angles = Collections.nCopies(layers, new RotaryAngles(1000, 1.4));
        yield new EncoderDesign(new Position.Rotary(angles), NormPlacement.AFTER, true, layers);
      }
      case MODERNBERT -> modernBert(layers);
      case DEBERTA_V2 ->
          new EncoderDesign(
              new Position.Disentangled(RELATIVE, true, true, false, true),
              NormPlacement.AFTER,
              false,
              layers);
    };
  }

  private static EncoderDesign modernBert(int layers) {
    List<Window> windows = new ArrayList<>();
    List<RotaryAngles> angles = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      boolean local = layer % 3 != 0;
      windows.add(local ? new Window(7) : Window.FULL);
      angles.add(new RotaryAngles(local ? 10_000 : 160_000, 1));
    }
    return new EncoderDesign(new Position.Rotary(angles), NormPlacement.BEFORE, true, windows);
  }
}
