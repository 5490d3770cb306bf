package io.sextant.profile.effect;

import io.sextant.attention.edit.Ablation;
import io.sextant.attention.edit.Head;
import io.sextant.attention.edit.HeadContexts;
import io.sextant.attention.edit.HeadEdit;
import io.sextant.attention.edit.Knockout;
import io.sextant.bert.Window;
import io.sextant.pattern.AnnotatedPair;
import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Patterns;
import io.sextant.pattern.Targets;
import io.sextant.profile.effect.EffectPlan.HeadLabel;
import io.sextant.profile.effect.EffectPlan.Label;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.ControlKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The edits of one pair that an {@link EffectPlan} asks for. Slots that need the same edit share
 * it, so that it is run once.
 */
final class PairEdits {
  private static final int NONE = -1;

  private final EffectPlan plan;
  private final AnnotatedPair pair;
  private final Calibration calibration;
  private final List<Window> windows;
  private final HeadContexts replacement;

  private final List<HeadEdit> edits = new ArrayList<>();
  private final Map<HeadEdit, Integer> indices = new HashMap<>();
  private final Map<String, List<Targets>> targets = new HashMap<>();
  private final Map<Window, ControlKeys> controls = new HashMap<>();
  private final Map<Seen, Removed> removed = new HashMap<>();
  private final Map<KeySets, int[][]> keySets = new HashMap<>();
  private final int[] editOf;

  /** The keys that are removed by query, which are equal if they are the same keys. */
  private record KeySets(int[][] byQuery) {
    @Override
    public boolean equals(Object other) {
      return other instanceof KeySets sets && Arrays.deepEquals(byQuery, sets.byQuery);
    }

    @Override
    public int hashCode() {
      return Arrays.deepHashCode(byQuery);
    }
  }

  /** A label part in the layers whose queries see the same keys. */
  private record Seen(Label label, Window window) {}

  /** The keys that a label part's knock-outs remove by query, each null if there are none. */
  private record Removed(int[][] all, int[][] matched, int[][] controls) {}

  /**
   * Creates the edits of a pair.
   *
   * @param calibration of tokens
   * @param windows the keys that the queries of each layer see
   * @param replacement what replaces the contexts of ablated heads
   */
  PairEdits(
      EffectPlan plan,
      AnnotatedPair pair,
      Calibration calibration,
      List<Window> windows,
      HeadContexts replacement) {
    this.plan = plan;
    this.pair = pair;
    this.calibration = calibration;
    this.windows = windows;
    this.replacement = replacement;
    editOf = new int[plan.slots()];
    Arrays.fill(editOf, NONE);
    for (int head = 0; head < plan.grid().heads(); head++) {
      ablate(head, head);
    }
    for (int test = 0; test < plan.tests().size(); test++) {
      knockOut(plan.test(test), plan.tests().get(test));
    }
    for (int group = 0; group < plan.groups().size(); group++) {
      int slot = plan.group(group);
      ablate(slot, plan.groups().get(group).heads());
      for (int[] set : plan.groups().get(group).sets()) {
        ablate(++slot, set);
      }
    }
  }

  /** Returns the different edits. */
  List<HeadEdit> edits() {
    return edits;
  }

  /** Returns the effects by slot from those by edit; NaN for slots without an edit. */
  double[] bySlot(double[] byEdit) {
    return IntStream.of(editOf)
        .mapToDouble(edit -> edit == NONE ? Double.NaN : byEdit[edit])
        .toArray();
  }

  private void ablate(int slot, int... heads) {
    put(slot, new Ablation(IntStream.of(heads).mapToObj(this::head).toList(), replacement));
  }

  private void knockOut(int slot, HeadLabel test) {
    Head head = head(test.head());
    Removed keys =
        removed.computeIfAbsent(new Seen(test.label(), windows.get(head.layer())), this::remove);
    put(slot + EffectPlan.ALL, head, keys.all());
    put(slot + EffectPlan.MATCHED, head, keys.matched());
    put(slot + EffectPlan.CONTROLS, head, keys.controls());
  }

  private Removed remove(Seen seen) {
    AttentionPattern pattern = Patterns.named(seen.label().pattern());
    List<Targets> parts = targets.computeIfAbsent(pattern.key(), absent -> pattern.targets(pair));
    ControlKeys.Keys keys =
        controls
            .computeIfAbsent(
                seen.window(), window -> new ControlKeys(pair.encoded(), calibration, window))
            .of(pattern, parts, pattern.parts().indexOf(seen.label().part()));
    return new Removed(byQuery(keys.targets()), byQuery(keys.matched()), byQuery(keys.controls()));
  }

  private void put(int slot, Head head, int[][] keys) {
    if (keys != null) {
      put(slot, new Knockout(head, keys));
    }
  }

  private void put(int slot, HeadEdit edit) {
    editOf[slot] =
        indices.computeIfAbsent(
            edit,
            absent -> {
              edits.add(edit);
              return edits.size() - 1;
            });
  }

  private Head head(int number) {
    return new Head(plan.grid().layer(number), plan.grid().head(number));
  }

  /** Returns one array for all parts that remove the same keys, so that their edits are equal. */
  private int[][] byQuery(Targets of) {
    if (of.queries() == 0) {
      return null;
    }
    int[][] keys = new int[pair.encoded().size()][0];
    for (int r = 0; r < of.queries(); r++) {
      int[] row = new int[of.count(r)];
      int count = 0;
      for (int k = of.firstRange(r); k < of.firstRange(r + 1); k++) {
        for (int key = of.start(k); key < of.end(k); key++) {
          row[count++] = key;
        }
      }
      keys[of.query(r)] = row;
    }
    int[][] same = keySets.putIfAbsent(new KeySets(keys), keys);
    return same == null ? keys : same;
  }
}
