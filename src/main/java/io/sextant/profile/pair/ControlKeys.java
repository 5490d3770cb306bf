package io.sextant.profile.pair;

import io.sextant.bert.Window;
import io.sextant.math.SplitMix;
import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Family;
import io.sextant.pattern.Targets;
import io.sextant.text.EncodedPair;
import java.util.Arrays;
import java.util.List;

/**
 * Draws as many controls as a query has targets, for the knock-out of a pattern. A target of a
 * content pattern has the controls of the null {@code matched}, any other the tokens of its
 * sentence that are not targeted. Each target receives one of its controls that no other target of
 * the query has, drawn by a hash. Keys that the query does not see are left out, and so are queries
 * that see nothing but targets, of which nothing would be left.
 */
public final class ControlKeys {
  private static final long SEED = 0x636f6e74;

  private final EncodedPair pair;
  private final VisibleKeys visible;
  private final int[] deciles;
  private final long seed;

  /**
   * The keys of a part.
   *
   * @param targets the targets of all eligible queries
   * @param matched the targets of the queries for which there are as many controls as targets
   * @param controls the controls of these queries
   */
  public record Keys(Targets targets, Targets matched, Targets controls) {}

  /**
   * Creates the controls of a pair.
   *
   * @param calibration of tokens
   * @param window the keys that the queries of the head's layer see
   */
  public ControlKeys(EncodedPair pair, Calibration calibration, Window window) {
    this.pair = pair;
    this.visible = new VisibleKeys(WordView.ofTokens(pair), window);
    this.deciles = calibration.deciles(pair);
    this.seed = SplitMix.step(SEED, pair.pair().id().hashCode());
  }

  /**
   * Draws the controls of a part.
   *
   * @param parts the targets of all parts of the pattern
   * @param part the index of the part among them
   */
  public Keys of(AttentionPattern pattern, List<Targets> parts, int part) {
    boolean[] targeted = Targets.cells(parts, pair.size());
    MatchedControls rule =
        visible.among(
            pattern.family() == Family.CONTENT
                ? new SimilarKeys(pair, targeted, deciles)
                : MatchedControls.sameSentence(pair, targeted));
    Targets of = parts.get(part);
    Targets.Builder all = new Targets.Builder();
    Targets.Builder matched = new Targets.Builder();
    Targets.Builder controls = new Targets.Builder();
    for (int r = 0; r < of.queries(); r++) {
      int query = of.query(r);
      int[] keys = seen(of, r);
      if (keys.length == visible.count(query)) {
        continue;
      }
      add(all, query, keys);
      int[] drawn = draw(rule, query, keys);
      if (drawn.length == keys.length) {
        add(matched, query, keys);
        add(controls, query, drawn);
      }
    }
    return new Keys(all.build(), matched.build(), controls.build());
  }

  private int[] seen(Targets of, int r) {
    int[] keys = new int[of.count(r)];
    int count = 0;
    for (int k = of.firstRange(r); k < of.firstRange(r + 1); k++) {
      for (int key = of.start(k); key < of.end(k); key++) {
        if (visible.sees(of.query(r), key)) {
          keys[count++] = key;
        }
      }
    }
    return Arrays.copyOf(keys, count);
  }

  /** Returns a control for each target, ascending; fewer if there are not as many. */
  private int[] draw(MatchedControls rule, int query, int[] targets) {
    long ofQuery = SplitMix.step(seed, query);
    int[] found = new int[pair.size()];
    boolean[] taken = new boolean[pair.size()];
    int[] drawn = new int[targets.length];
    int count = 0;
    for (int target : targets) {
      int control = first(found, rule.find(query, target, found), taken, ofQuery);
      if (control >= 0) {
        taken[control] = true;
        drawn[count++] = control;
      }
    }
    int[] ascending = Arrays.copyOf(drawn, count);
    Arrays.sort(ascending);
    return ascending;
  }

  /** Returns the key with the least hash that is not taken; -1 if there is none. */
  private static int first(int[] keys, int count, boolean[] taken, long seed) {
    int first = -1;
    for (int i = 0; i < count; i++) {
      int key = keys[i];
      boolean sooner = first < 0 || SplitMix.step(seed, key) < SplitMix.step(seed, first);
      if (!taken[key] && sooner) {
        first = key;
      }
    }
    return first;
  }

  private static void add(Targets.Builder to, int query, int[] keys) {
    for (int key : keys) {
      to.add(query, key);
    }
  }
}
