package io.sextant.profile.exemplar;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.profile.exemplar.ExemplarCandidates.Candidate;
import io.sextant.text.SentencePair;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExemplarCandidatesTest {
  private static final List<Candidate> OFFERED =
      List.of(
          candidate(.5, "1", "a dog", "a cat"),
          candidate(.7, "2", "a dog", "a cat"),
          candidate(.6, "3", "a dog", null),
          candidate(.6, "4", "a cow", "a cat"),
          candidate(.9, "5", "a cow", "a cat"),
          candidate(.7, "6", "a dog", "a cat"));

  @Test
  void theBestPairsHaveDifferentTexts() {
    ExemplarCandidates all = new ExemplarCandidates(1, 2);
    OFFERED.forEach(candidate -> all.offer(0, candidate));
    assertThat(ids(all)).containsExactly("5", "2");
  }

  @Test
  void mergedCandidatesAreThoseOfAllPairs() {
    for (int split = 0; split <= OFFERED.size(); split++) {
      ExemplarCandidates first = new ExemplarCandidates(1, 3);
      ExemplarCandidates second = new ExemplarCandidates(1, 3);
      OFFERED.subList(0, split).forEach(candidate -> first.offer(0, candidate));
      OFFERED.subList(split, OFFERED.size()).forEach(candidate -> second.offer(0, candidate));
      second.merge(first);
      assertThat(ids(second)).as("split at " + split).containsExactly("5", "2", "3");
    }
  }

  private static List<String> ids(ExemplarCandidates candidates) {
    return candidates.of(0).stream().map(candidate -> candidate.pair().id()).toList();
  }

  private static Candidate candidate(double score, String id, String a, String b) {
    return new Candidate(score, new SentencePair(id, null, a, b));
  }
}
