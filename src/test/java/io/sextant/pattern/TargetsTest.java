package io.sextant.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final int SIZE = 24;

  @Property(tries = 500)
  void whatIsAddedIsWhatIsThere(@ForAll("sets") Map<Integer, BitSet> sets) {
    Targets targets = build(sets);
    float[] weights = new float[3 + SIZE];
    for (int key = 0; key < SIZE; key++) {
      weights[3 + key] = 1f / (key + 1);
    }

    assertThat(targets.queries()).isEqualTo(sets.size());
    int r = 0;
    for (Map.Entry<Integer, BitSet> row : sets.entrySet()) {
      BitSet keys = row.getValue();
      double mass = 0;
      for (int key = 0; key < SIZE; key++) {
        assertThat(Rows.contains(targets, r, key)).isEqualTo(keys.get(key));
        mass += keys.get(key) ? weights[3 + key] : 0;
      }
      assertThat(targets.query(r)).isEqualTo(row.getKey());
      assertThat(targets.count(r)).isEqualTo(keys.cardinality());
      assertThat(Rows.mass(targets, r, weights, 3)).isCloseTo(mass, within(1e-12));
      r++;
    }
  }

  @Test
  void anEmptyRangeIsNoQuery() {
    Targets targets = new Targets.Builder().add(3, 5, 5).add(4, 6, 5).build();
    assertThat(targets.queries()).isZero();
    assertThat(Targets.NONE.queries()).isZero();
  }

  @Test
  void rangesAndQueriesComeInOrder() {
    assertThatThrownBy(() -> new Targets.Builder().add(3, 5, 8).add(3, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("range 7..8 of query 3 is not after 8");
    assertThatThrownBy(() -> new Targets.Builder().add(3, 5).add(2, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("query 2 after 3");
  }

  @Test
  void sharedKeysAreEveryQuerys() {
    Targets targets = Targets.shared(new int[] {1, 4}, 0, 3, 4);
    assertThat(Rows.of(targets)).isEqualTo("1:0,3,4 4:0,3,4");
    assertThat(Targets.shared(new int[] {1, 4}).queries()).isZero();
  }

  /** Generates non-empty sets of keys by query, ascending. */
  @Provide
  Arbitrary<Map<Integer, BitSet>> sets() {
    Arbitrary<BitSet> keys =
        Arbitraries.longs()
            .between(1, (1L << SIZE) - 1)
            .map(bits -> BitSet.valueOf(new long[] {bits}));
    return Arbitraries.maps(Arbitraries.integers().between(0, 60), keys)
        .ofMaxSize(40)
        .map(TreeMap::new);
  }

  /** Builds targets from single keys in odd rows and from ranges in even ones. */
  private static Targets build(Map<Integer, BitSet> sets) {
    Targets.Builder builder = new Targets.Builder();
    sets.forEach(
        (query, keys) -> {
          for (int key = keys.nextSetBit(0); key >= 0; ) {
            int end = query % 2 == 0 ? keys.nextClearBit(key) : key + 1;
            builder.add(query, key, end);
            key = keys.nextSetBit(end);
          }
        });
    return builder.build();
  }
}
