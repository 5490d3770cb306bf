package io.sextant.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.pattern.Targets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TilesTest {

  @Property(tries = 300)
  void aSetsTilesHoldWhatItsTargetsHold(
      @ForAll @IntRange(min = 1, max = 23) int n,
      @ForAll @IntRange(max = Tiles.MOST_SETS) int sets,
      @ForAll long seed) {
    Random random = new Random(seed);
    int before = random.nextInt(5);
    float[] weights = new float[before + n * n];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextFloat();
    }
    List<Targets> targets = new ArrayList<>();
    List<Double> expected = new ArrayList<>();
    for (int set = 0; set < sets; set++) {
      double density = random.nextDouble();
      Targets.Builder builder = new Targets.Builder();
      double mass = 0;
      for (int cell = 0; cell < n * n; cell++) {
        if (random.nextDouble() < density) {
          builder.add(cell / n, cell % n);
          mass += weights[before + cell];
        }
      }
      targets.add(builder.build());
      expected.add(mass);
    }

    RunningSums sums = new RunningSums();
    // Larger maps came before: nothing of them may be left.
    sums.read(new float[30 * 30], 0, 30);
    sums.read(weights, before, n);
    Tiles tiles = new Tiles(targets, n);
    double[] byKind = tiles.sum(sums, new double[] {random.nextDouble()});
    for (int set = 0; set < sets; set++) {
      assertThat(tiles.mass(set, byKind)).isCloseTo(expected.get(set), within(1e-9));
      for (int cell = 0; cell < n * n; cell++) {
        boolean has = (tiles.setsAt[cell] >>> set & 1) == 1;
        assertThat(has).isEqualTo(has(targets.get(set), cell / n, cell % n));
      }
    }
  }

  @Test
  void moreSetsThanCanBeToldApartAreRefused() {
    assertThatThrownBy(() -> new Tiles(Collections.nCopies(65, Targets.NONE), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65");
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
