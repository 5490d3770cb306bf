package io.sextant.profile.pair;

import static io.sextant.profile.SyntheticHeads.pair;
import static io.sextant.profile.SyntheticHeads.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.profile.SyntheticHeads;
import io.sextant.profile.SyntheticHeads.Head;
import io.sextant.table.row.HeadPattern;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares the null matched of {@code related_other} with its definition, target by target. */
class MatchedNullTest {
  /** Noise that is mostly in the other sentence, and small at the query's own index there. */
  private static final Head NOISE =
      (pair, query, key) ->
          (.02 + ((query * 37 + key * 101 + pair.size() * 7) % 29) / 29.)
              * (pair.segment(key) == 1 - pair.segment(query) ? 3 : 1)
              * (Math.abs(query - key) == pair.firstSep() ? .1 : 1);

  /** A head whose weights depend only on the sentence and the distance band. */
  private static final Head BANDED =
      (pair, query, key) ->
          Math.pow(3, -SimilarKeys.band(query, key)) * (1 + Math.max(0, pair.segment(key)));

  private static final List<SentencePair> CORPUS = corpus();
  private static final List<HeadPattern> ROWS =
      new SyntheticHeads(NOISE, BANDED)
          .profile(CORPUS)
          .tables("run", NullModelsTest.THRESHOLDS)
          .patterns();

  @Test
  void everyTargetIsHeldAgainstAllControlsAndThoseWithoutAreLeftOut() {
    double observed = 0;
    double expected = 0;
    double won = 0;
    double content = 0;
    long matched = 0;
    long unmatched = 0;
    for (SentencePair text : CORPUS) {
      EncodedPair pair = SyntheticHeads.encode(text);
      for (int query = 0; query < pair.size(); query++) {
        long before = matched;
        for (int target = 0; target < pair.size(); target++) {
          if (isTarget(pair, query, target)) {
            float weight = weight(pair, query, target);
            List<Float> controls = controls(pair, query, target);
            unmatched += controls.isEmpty() ? 1 : 0;
            if (!controls.isEmpty()) {
              matched++;
              observed += weight;
              expected += controls.stream().mapToDouble(x -> x).average().orElseThrow();
              won += controls.stream().mapToDouble(x -> wins(weight, x)).average().orElseThrow();
            }
          }
        }
        for (int key = 0; key < pair.size() && matched > before; key++) {
          content += pair.isDelimiter(key) ? 0 : weight(pair, query, key);
        }
      }
    }
    HeadPattern row = row(ROWS, 0, "related_other", "all");
    assertThat(row.matched()).isEqualTo(matched).isGreaterThan(300);
    assertThat(row.unmatched()).isEqualTo(unmatched).isGreaterThan(10);
    assertThat(row.liftMatched()).isCloseTo(observed / expected, within(1e-6));
    assertThat(row.auc().value()).isCloseTo(won / matched, within(1e-12));
    assertThat(row(ROWS, 0, "next", "all").matched()).isNull();
    // The expected share is that of the queries that the null covers.
    assertThat(row.nullName()).isEqualTo("matched");
    assertThat(row.nullShare()).isCloseTo(expected / content, within(1e-6));
    assertThat(row.nullShare())
        .isNotCloseTo(row.shareContent().value() / row.lift().value(), within(1e-4));
  }

  private static double wins(float target, float control) {
    return target == control ? .5 : target > control ? 1 : 0;
  }

  @Test
  void aHeadThatSeesSentenceAndBandOnlyIsTheNullItself() {
    HeadPattern row = row(ROWS, 1, "related_other", "all");
    assertThat(row.liftMatched()).isCloseTo(1, within(1e-6));
    assertThat(row.auc().value()).isEqualTo(.5);
  }

  private static List<Float> controls(EncodedPair pair, int query, int target) {
    List<Float> weights = new ArrayList<>();
    for (int key = 0; key < pair.size(); key++) {
      if (pair.segment(key) == pair.segment(target)
          && !isTarget(pair, query, key)
          && SimilarKeys.band(query, key) == SimilarKeys.band(query, target)) {
        weights.add(weight(pair, query, key));
      }
    }
    return weights;
  }

  /** Returns whether the key is the query's word in the other sentence. */
  private static boolean isTarget(EncodedPair pair, int query, int key) {
    return pair.segment(query) >= 0
        && pair.segment(key) == 1 - pair.segment(query)
        && pair.tokens().get(query).equals(pair.tokens().get(key));
  }

  private static float weight(EncodedPair pair, int query, int key) {
    double sum = 0;
    for (int k = 0; k < pair.size(); k++) {
      sum += NOISE.weight(pair, query, k);
    }
    return (float) (NOISE.weight(pair, query, key) / sum);
  }

  private static List<SentencePair> corpus() {
    Random random = new Random(5);
    List<SentencePair> pairs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      pairs.add(pair("p" + i, null, sentence(random), sentence(random)));
    }
    return pairs;
  }

  private static String sentence(Random random) {
    StringBuilder sentence = new StringBuilder();
    for (int word = random.nextInt(4); word < 9; word++) {
      sentence.append((char) ('a' + random.nextInt(14))).append(' ');
    }
    return sentence.toString().trim();
  }
}
