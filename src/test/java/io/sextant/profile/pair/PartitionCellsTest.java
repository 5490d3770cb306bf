package io.sextant.profile.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Pairs;
import io.sextant.pattern.Targets;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.SlotArray;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Compares the sums by block with their definition, cell by cell and set by set. */
class PartitionCellsTest {
  private static final int HEADS_PER_LAYER = 7;
  private static final Layout LAYOUT = new Layout(2, HEADS_PER_LAYER, List.of());

  @Property(tries = 200)
  void aSetHasWhatItsTargetsHave(
      @ForAll @IntRange(max = CellPartition.MOST_SETS) int sets,
      @ForAll @IntRange(min = 1, max = HEADS_PER_LAYER) int heads,
      @ForAll boolean ofWords,
      @ForAll boolean normed,
      @ForAll long seed) {
    Random random = new Random(seed);
    EncodedPair pair = Pairs.of(words(random), random.nextBoolean() ? words(random) : null);
    WordView view = ofWords ? WordView.of(pair) : WordView.ofTokens(pair);
    AttentionMap map = map(heads, pair.size(), normed, random);
    List<Targets> targets =
        IntStream.range(0, sets).mapToObj(set -> targets(view.size(), random)).toList();
    CellPartition partition = CellPartition.ofCells(targets, view.size());
    CellPartition queries = queries(view.size(), random);
    PartitionSums sums = sums(partition, queries, view, map);

    SlotArray mass = new SlotArray(3, LAYOUT.heads());
    SlotArray normMass = new SlotArray(3, LAYOUT.heads());
    for (int set = 0; set < sets; set++) {
      partition.sum(set, sums.mass, mass, 2);
      partition.sum(set, sums.normMass, normMass, 2);
      for (int head = 0; head < heads; head++) {
        double[] expected = expected(targets.get(set), view, map, head);
        assertThat(mass.at(2, head)).isCloseTo(expected[0], within(1e-9));
        assertThat(normMass.at(2, head)).isCloseTo(expected[1], within(1e-9));
      }
      for (int cell = 0; cell < view.size() * view.size(); cell++) {
        assertThat(partition.in(partition.of(cell), set))
            .isEqualTo(has(targets.get(set), cell / view.size(), cell % view.size()));
      }
    }
    for (int set = 0; set < 2; set++) {
      queries.sum(set, sums.normTotal, normMass, 2);
      Targets all = allKeys(queries, set, view.size());
      for (int head = 0; head < heads; head++) {
        double expected = expected(all, view, map, head)[1];
        assertThat(normMass.at(2, head)).isCloseTo(expected, within(1e-9));
      }
    }
  }

  private static PartitionSums sums(
      CellPartition partition, CellPartition queries, WordView view, AttentionMap map) {
    PartitionSums sums = new PartitionSums(LAYOUT);
    sums.mass.restart(partition.count());
    sums.normMass.restart(partition.count());
    sums.normTotal.restart(queries.count());
    PartitionCells cells = new PartitionCells(partition, queries, view);
    cells.sum(map, 0, sums);
    // Nothing is left of the first map when another is read.
    cells.sum(map, 1, sums);
    for (int head = 0; head < map.heads(); head++) {
      for (int block = 0; block < partition.count(); block++) {
        assertThat(sums.mass.at(block, map.heads() + head)).isEqualTo(sums.mass.at(block, head));
      }
    }
    return sums;
  }

  /** Returns a partition of the positions by two sets. */
  private static CellPartition queries(int n, Random random) {
    int one = random.nextInt(1, 4);
    return new CellPartition(random.longs(n, 0, 1 + one).toArray());
  }

  /** Returns all keys for each query of a set. */
  private static Targets allKeys(CellPartition queries, int set, int n) {
    Targets.Builder builder = new Targets.Builder();
    for (int cell = 0; cell < n * n; cell++) {
      if (queries.in(queries.of(cell / n), set)) {
        builder.add(cell / n, cell % n);
      }
    }
    return builder.build();
  }

  @Test
  void moreSetsThanCanBeToldApartAreRefused() {
    assertThatThrownBy(() -> CellPartition.ofCells(Collections.nCopies(65, Targets.NONE), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65");
  }

  /**
   * Returns attention and norm-weighted attention: to a word the sum over its tokens, from a word
   * the mean.
   */
  private static double[] expected(Targets targets, WordView view, AttentionMap map, int head) {
    double mass = 0;
    double normMass = 0;
    for (int query = 0; query < view.size(); query++) {
      for (int key = 0; key < view.size(); key++) {
        for (int q = view.firstToken()[query];
            has(targets, query, key) && q < view.firstToken()[query + 1];
            q++) {
          for (int k = view.firstToken()[key]; k < view.firstToken()[key + 1]; k++) {
            double weight = (double) map.weight(head, q, k) / view.tokens(query);
            mass += weight;
            normMass += map.hasNorms() ? weight * map.norms()[head * map.size() + k] : 0;
          }
        }
      }
    }
    return new double[] {mass, normMass};
  }

  private static AttentionMap map(int heads, int n, boolean normed, Random random) {
    float[] weights = new float[heads * n * n];
    float[] norms = new float[normed ? heads * n : 0];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextFloat();
    }
    for (int i = 0; i < norms.length; i++) {
      norms[i] = 3 * random.nextFloat();
    }
    return new AttentionMap(heads, n, weights, new float[heads * n], norms);
  }

  /** Returns cells at random, of which some sets have few and others all keys of some queries. */
  private static Targets targets(int n, Random random) {
    double density = Math.pow(random.nextDouble(), 4);
    boolean whole = random.nextBoolean();
    int from = random.nextInt(n);
    Targets.Builder builder = new Targets.Builder();
    for (int cell = 0; cell < n * n; cell++) {
      if (random.nextDouble() < density || whole && cell / n >= from && cell % n < n / 2) {
        builder.add(cell / n, cell % n);
      }
    }
    return builder.build();
  }

  /** Returns one to 40 words of one to three tokens. */
  private static String words(Random random) {
    List<String> words = new ArrayList<>();
    int split = random.nextInt(1, 9);
    for (int word = random.nextInt(random.nextBoolean() ? 8 : 40); word >= 0; word--) {
      words.add("a" + "##b".repeat(random.nextInt(split) == 0 ? random.nextInt(3) : 0));
    }
    return String.join(" ", words);
  }

  private static boolean has(Targets targets, int query, int key) {
    for (int r = 0; r < targets.queries(); r++) {
      for (int k = targets.firstRange(r); k < targets.firstRange(r + 1); k++) {
        if (targets.query(r) == query && targets.start(k) <= key && key < targets.end(k)) {
          return true;
        }
      }
    }
    return false;
  }
}
