package io.sextant.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.profile.pair.Calibration;
import io.sextant.profile.state.Unit;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationSumsTest {
  private static final List<Unit> UNITS = List.of(Unit.TOKEN, Unit.WORD);
  private static final int BATCH_TOKENS = 64;

  @Test
  void batchesHoldPairsOfAllFoldsAndEachPairCountsForItsOwn() {
    List<SentencePair> pairs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String b = "cat dog " + "bird ".repeat(1 + i % 5);
      pairs.add(SyntheticHeads.pair("id" + i, null, "cat fish " + i, b.strip()));
    }
    SyntheticHeads model = new SyntheticHeads(SyntheticHeads.NOISE, SyntheticHeads.NEXT);
    CalibrationSums alone = CalibrationSums.empty(model.model(), UNITS);
    for (SentencePair pair : pairs) {
      alone.merge(measure(model, List.of(pair)));
    }
    Map<Unit, Calibration> expected = alone.calibrations();
    Map<Unit, Calibration> found = measure(model, pairs).calibrations();
    for (Unit unit : UNITS) {
      assertThat(found.get(unit).weights()).isEqualTo(expected.get(unit).weights());
      assertThat(found.get(unit).leftOut()).isDeepEqualTo(expected.get(unit).leftOut());
      assertThat(found.get(unit).decileBounds()).isEqualTo(expected.get(unit).decileBounds());
      assertThat(found.get(unit).leftOut()[0]).isNotEqualTo(found.get(unit).leftOut()[1]);
    }
  }

  private static CalibrationSums measure(SyntheticHeads model, List<SentencePair> pairs) {
    return CalibrationSums.measure(
        pairs, SyntheticHeads::encode, model, BATCH_TOKENS, model.model(), UNITS);
  }
}
