package io.sextant.syntax;

import io.sextant.attention.AttentionMap;
import io.sextant.bert.Window;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;

/**
 * The questions about coreference in a pair: the mentions that have an antecedent, each with its
 * candidates (Clark et al. 2019, section 4.3). A head is right if the candidate to which the
 * mention attends most refers to the same entity; a head that attends to no candidate is not.
 * Attention to a candidate is the sum over its tokens, and attention of a mention is the mean over
 * its tokens.
 */
final class CoreferenceProbe {
  /**
   * The positions of a mention's tokens, from {@code first} (inclusive) to {@code end} (exclusive).
   */
  private record Span(Mention mention, int first, int end) {
    boolean apartFrom(Span other) {
      return end <= other.first || other.end <= first;
    }

    /** Returns the least distance between their tokens. */
    int distance(Span other) {
      return Math.max(other.first - end, first - other.end) + 1;
    }
  }

  private record Question(Span anaphor, List<Span> candidates) {
    boolean isRight(Span candidate) {
      return candidate.mention.entity().equals(anaphor.mention.entity());
    }
  }

  private final List<Question> questions = new ArrayList<>();

  /** Creates the questions for a pair's mentions. Mentions without tokens are left out. */
  CoreferenceProbe(EncodedPair pair, List<Mention> mentions) {
    List<Part> parts = Part.of(pair);
    List<Span> spans = new ArrayList<>();
    for (Mention mention : mentions) {
      Span span = span(parts, mention);
      if (span.first < span.end) {
        spans.add(span);
      }
    }
    boolean marked = spans.stream().anyMatch(span -> span.mention.anaphor());
    for (Span anaphor : spans) {
      if (marked && !anaphor.mention.anaphor()) {
        continue;
      }
      List<Span> candidates =
          spans.stream()
              .filter(
                  other ->
                      marked
                          ? !other.mention.anaphor()
                          : other.mention.begin() < anaphor.mention.begin())
              .filter(anaphor::apartFrom)
              .toList();
      Question question = new Question(anaphor, candidates);
      if (candidates.stream().anyMatch(question::isRight)) {
        questions.add(question);
      }
    }
  }

  int count() {
    return questions.size();
  }

  /** Returns the number of questions that a head answers correctly. */
  int hits(AttentionMap map, int head) {
    int hits = 0;
    for (Question question : questions) {
      Span chosen = null;
      double greatest = 0;
      for (Span candidate : question.candidates) {
        double weight = weight(map, head, question.anaphor, candidate);
        if (weight > greatest) {
          greatest = weight;
          chosen = candidate;
        }
      }
      hits += chosen != null && question.isRight(chosen) ? 1 : 0;
    }
    return hits;
  }

  /**
   * Returns the number of questions that the nearest candidate answers correctly. Of two equally
   * near candidates, the first is taken. A candidate that the window hides is no answer.
   */
  int nearestHits(Window window) {
    int hits = 0;
    for (Question question : questions) {
      Span nearest = null;
      for (Span candidate : question.candidates) {
        if (nearest == null || isNearer(candidate, nearest, question.anaphor)) {
          nearest = candidate;
        }
      }
      boolean seen = window.sees(question.anaphor.distance(nearest));
      hits += seen && question.isRight(nearest) ? 1 : 0;
    }
    return hits;
  }

  private static boolean isNearer(Span candidate, Span nearest, Span anaphor) {
    int difference = anaphor.distance(candidate) - anaphor.distance(nearest);
    return difference < 0 || (difference == 0 && candidate.first < nearest.first);
  }

  /**
   * Returns the attention of the anaphor to a candidate. It is the sum over the anaphor's tokens
   * instead of the mean, which gives the same order of the candidates.
   */
  private static double weight(AttentionMap map, int head, Span from, Span to) {
    double weight = 0;
    for (int query = from.first; query < from.end; query++) {
      for (int key = to.first; key < to.end; key++) {
        weight += map.weight(head, query, key);
      }
    }
    return weight;
  }

  private static Span span(List<Part> parts, Mention mention) {
    int first = Integer.MAX_VALUE;
    int end = 0;
    for (Part part : parts) {
      if (part.segment() == 0 && part.begin() < mention.end() && part.end() > mention.begin()) {
        first = Math.min(first, part.firstToken());
        end = Math.max(end, part.endToken());
      }
    }
    return new Span(mention, first, end);
  }
}
