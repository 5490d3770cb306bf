package io.sextant.profile.effect;

import io.sextant.profile.state.NullableText;
import io.sextant.profile.state.StateArrays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * The effects of all edits on one pair.
 *
 * @param group the pair's group; null if the pair is a cluster of its own
 * @param intact for each outcome, its value without an edit; NaN if it is a difference by itself
 * @param effects for each outcome and slot of the {@link EffectPlan}, the outcome with the edit
 *     minus the outcome without; NaN if the edit does not apply to the pair
 */
public record PairEffects(String group, double[] intact, double[][] effects)
    implements Serializable {

  public void write(DataOutput out) throws IOException {
    NullableText.write(out, group);
    out.writeInt(effects.length);
    out.writeInt(effects[0].length);
    StateArrays.write(out, intact);
    for (double[] ofOutcome : effects) {
      StateArrays.write(out, ofOutcome);
    }
  }

  /** Reads effects that {@link #write} wrote. */
  public static PairEffects read(DataInput in) throws IOException {
    String group = NullableText.read(in);
    double[] intact = new double[in.readInt()];
    double[][] effects = new double[intact.length][in.readInt()];
    StateArrays.read(in, intact);
    for (double[] ofOutcome : effects) {
      StateArrays.read(in, ofOutcome);
    }
    return new PairEffects(group, intact, effects);
  }
}
