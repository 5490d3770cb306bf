package io.sextant.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.GoldenModel;
import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.linguistics.Tier;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelimiterTest {

  @Test
  void robertasDelimitersInTheMiddleAreTheFirst() {
    assertThat(keys("a", "b"))
        .containsExactly(
            List.of(0, 2, 3, 5), List.of(0), List.of(2, 3), List.of(5), List.of(2, 3, 5));
    assertThat(keys("a", null))
        .containsExactly(List.of(0, 2), List.of(0), List.of(2), List.of(), List.of(2));
  }

  /**
   * Returns the targets of the first query in each part; an empty list if the part has no query.
   */
  private static List<List<Integer>> keys(String a, String b) {
    BertModel model = ModelLayouts.open(GoldenModel.ROBERTA.directory());
    try (PairEncoder encoder = new PairEncoder(model, 20)) {
      EncodedPair pair = encoder.encode(new SentencePair("1", null, a, b));
      return new Delimiter()
          .targets(new AnnotatedPair(pair, (word, other) -> Tier.NONE)).stream()
              .map(part -> part.queries() == 0 ? List.<Integer>of() : first(part))
              .toList();
    }
  }

  private static List<Integer> first(Targets part) {
    List<Integer> keys = new ArrayList<>();
    for (int range = part.firstRange(0); range < part.firstRange(1); range++) {
      for (int key = part.start(range); key < part.end(range); key++) {
        keys.add(key);
      }
    }
    return keys;
  }
}
