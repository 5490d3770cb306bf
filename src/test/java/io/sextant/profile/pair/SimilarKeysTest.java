package io.sextant.profile.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.pattern.Pairs;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SimilarKeysTest {
  /** The positions are 1 to 11 a to k, 12 [SEP], 13 to 23 l to v, 24 [SEP]. */
  private static final EncodedPair PAIR =
      Pairs.of("a b c d e f g h i j k", "l m n o p q r s t u v");

  private static final int N = PAIR.size();

  @Test
  void allKeysOfTheBandOnBothSidesAreControls() {
    // Target 9 has distance 3 from query 6; the band 3-4 has the keys 2, 3, 9 and 10.
    assertThat(controls(6, 9)).containsExactly(2, 3, 10);
    assertThat(controls(6, 7)).containsExactly(5);
    assertThat(controls(6, 8)).containsExactly(4);
    assertThat(controls(6, 1)).containsExactly(11);
    // In the other sentence, the bands are 9 and more, and 5 to 8.
    assertThat(controls(6, 16)).containsExactly(15, 17, 18, 19, 20, 21, 22, 23);
    assertThat(controls(6, 13)).containsExactly(14);
  }

  @Test
  void noControlIsATargetOrOfTheQuerysWordOrBeyondTheCaliper() {
    int[] decile = new int[N];
    decile[9] = 4;
    decile[10] = 5;
    decile[2] = 3;
    decile[3] = 6;
    boolean[] targeted = new boolean[N * N];
    targeted[6 * N + 9] = true;
    assertThat(controls(6, 9, targeted, decile)).containsExactly(2, 10);
    targeted[6 * N + 10] = true;
    assertThat(controls(6, 9, targeted, decile)).containsExactly(2);
    targeted[6 * N + 2] = true;
    assertThat(controls(6, 9, targeted, decile)).isEmpty();
    // Tokens 1 to 3 are one word, so none is a control of the others.
    EncodedPair split = Pairs.of("a##b##c d e", "f");
    boolean[] targets = new boolean[split.size() * split.size()];
    targets[4 * split.size() + 5] = true;
    SimilarKeys rule = new SimilarKeys(split, targets, new int[split.size()]);
    int[] keys = new int[9];
    assertThat(Arrays.copyOf(keys, rule.find(2, 3, keys))).isEmpty();
    assertThat(Arrays.copyOf(keys, rule.find(4, 5, keys))).containsExactly(3);
  }

  @Test
  void theQueryItselfHasNoControl() {
    assertThat(controls(6, 6)).isEmpty();
  }

  @Test
  void bandsAreThoseOfTheDefinition() {
    assertThat(IntStream.rangeClosed(0, 12).map(distance -> SimilarKeys.band(20, 20 - distance)))
        .containsExactly(0, 1, 2, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5);
  }

  /** Compares the controls with the definition, key by key. */
  @Property(tries = 60)
  void controlsAreExactlyTheKeysThatTheDefinitionNames(@ForAll long seed) {
    Random random = new Random(seed);
    boolean[] targeted = new boolean[N * N];
    for (int cell = 0; cell < targeted.length; cell++) {
      targeted[cell] = random.nextInt(5) == 0;
    }
    int[] decile = random.ints(N, 0, 10).toArray();
    for (int query = 0; query < N; query++) {
      for (int target = 0; target < N; target++) {
        if (!PAIR.isDelimiter(query) && !PAIR.isDelimiter(target)) {
          int i = query;
          int j = target;
          assertThat(controls(i, j, targeted, decile))
              .as("query %d, target %d", i, j)
              .containsExactly(
                  IntStream.range(0, N)
                      .filter(key -> !PAIR.isDelimiter(key) && !targeted[i * N + key])
                      .filter(key -> key != i && PAIR.segment(key) == PAIR.segment(j))
                      .filter(key -> band(Math.abs(i - key)).equals(band(Math.abs(i - j))))
                      .filter(key -> Math.abs(decile[key] - decile[j]) <= 1)
                      .toArray());
        }
      }
    }
  }

  @Property(tries = 60)
  void targetsOfOneKindHaveTheSameControls(@ForAll long seed) {
    Random random = new Random(seed);
    boolean[] targeted = new boolean[N * N];
    for (int cell = 0; cell < targeted.length; cell++) {
      targeted[cell] = random.nextInt(5) == 0;
    }
    int[] decile = random.ints(N, 0, 10).toArray();
    MatchedControls rule = new SimilarKeys(PAIR, targeted, decile);
    for (int query = 0; query < N; query++) {
      List<int[]> controls = new ArrayList<>(Collections.nCopies(MatchedControls.KINDS, null));
      for (int target = 0; target < N; target++) {
        int[] found = controls(query, target, targeted, decile);
        int kind = rule.kind(query, target);
        if (kind == MatchedControls.NO_KIND) {
          assertThat(found).isEmpty();
        } else if (controls.get(kind) == null) {
          controls.set(kind, found);
        } else {
          assertThat(found).isEqualTo(controls.get(kind));
        }
      }
    }
  }

  private static String band(int distance) {
    return distance <= 2 ? "" + distance : distance <= 4 ? "3-4" : distance <= 8 ? "5-8" : "9+";
  }

  /** Returns the controls of a target if the query has no other targets. */
  private static int[] controls(int query, int target) {
    boolean[] targeted = new boolean[N * N];
    targeted[query * N + target] = true;
    return controls(query, target, targeted, new int[N]);
  }

  private static int[] controls(int query, int target, boolean[] targeted, int[] decile) {
    int[] keys = new int[N];
    int count = new SimilarKeys(PAIR, targeted, decile).find(query, target, keys);
    return Arrays.copyOf(keys, count);
  }
}
