package io.sextant.syntax;

import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Aligns the words of the annotation with those of the model by their characters. A unit is the
 * smallest group of syntactic words that shares no {@link Part} of the input with other words; it
 * is usually one word. If the model splits differently ("don't" is do + n't in the treebank and don
 * + ' + t in BERT), the words that it does not separate form one unit. Units are numbered from 0
 * over both sentences.
 */
final class WordAlignment {
  /** The unit of each position of the input; -1 for delimiters and text without annotation. */
  final int[] unitOf;

  /** The number of units. */
  final int size;

  /** The number of tokens of each unit. */
  final int[] tokenCounts;

  /**
   * The part of speech of each unit; null if none is given, or if its words have different ones.
   */
  final String[] tags;

  /** The dependencies between different units. */
  final List<Dependency> dependencies = new ArrayList<>();

  /** The number of syntactic words in the part of the text that the model reads. */
  final int words;

  /** The number of these words that are in no unit, or share one with a word of another token. */
  final int mismatched;

  /** The form of the first mismatched word; null if there is none. */
  final String firstMismatch;

  private final List<Token> tokens = new ArrayList<>();
  private final List<Integer> segments = new ArrayList<>();
  private final List<Integer> heads = new ArrayList<>();

  /** Aligns a pair with the annotation of its sentences, each of which may be null. */
  WordAlignment(EncodedPair pair, AnnotatedSentence a, AnnotatedSentence b) {
    addTokens(a, 0);
    addTokens(b, 1);
    List<Part> parts = Part.of(pair);
    int[] group = group(parts);
    int[] unitOfGroup = new int[tokens.size()];
    Arrays.fill(unitOfGroup, -1);
    unitOf = new int[pair.size()];
    Arrays.fill(unitOf, -1);
    int units = 0;
    for (Part part : parts) {
      int token = firstIn(part);
      if (token >= 0) {
        if (unitOfGroup[group[token]] < 0) {
          unitOfGroup[group[token]] = units++;
        }
        Arrays.fill(unitOf, part.firstToken(), part.endToken(), unitOfGroup[group[token]]);
      }
    }
    size = units;
    tokenCounts = new int[units];
    for (int unit : unitOf) {
      if (unit >= 0) {
        tokenCounts[unit]++;
      }
    }
    int[] unitOfToken = new int[tokens.size()];
    for (int t = 0; t < unitOfToken.length; t++) {
      unitOfToken[t] = unitOfGroup[group[t]];
    }
    tags = tags(unitOfToken);
    addDependencies(unitOfToken);
    boolean[] read = read(parts, pair.truncated() > 0);
    words = count(read);
    boolean[] bad = bad(unitOfToken, read);
    mismatched = count(bad);
    firstMismatch = first(bad);
  }

  private void addTokens(AnnotatedSentence sentence, int segment) {
    int offset = tokens.size();
    for (Token token : sentence == null ? List.<Token>of() : sentence.tokens()) {
      tokens.add(token);
      segments.add(segment);
      heads.add(token.head() < 0 ? -1 : offset + token.head());
    }
  }

  private boolean overlap(Token token, int segment, Part part) {
    return segment == part.segment() && token.begin() < part.end() && token.end() > part.begin();
  }

  /** Returns the first token of each token's group. Tokens that share a part are in one group. */
  private int[] group(List<Part> parts) {
    int[] group = new int[tokens.size()];
    Arrays.setAll(group, t -> t);
    for (Part part : parts) {
      int first = firstIn(part);
      for (int t = Math.max(0, first); first >= 0 && t < group.length; t++) {
        if (overlap(tokens.get(t), segments.get(t), part) && group[t] != group[first]) {
          int from = Math.max(group[t], group[first]);
          int to = Math.min(group[t], group[first]);
          for (int other = 0; other < group.length; other++) {
            group[other] = group[other] == from ? to : group[other];
          }
        }
      }
    }
    return group;
  }

  private int firstIn(Part part) {
    for (int t = 0; t < tokens.size(); t++) {
      if (overlap(tokens.get(t), segments.get(t), part)) {
        return t;
      }
    }
    return -1;
  }

  private String[] tags(int[] unitOfToken) {
    String[] found = new String[size];
    boolean[] seen = new boolean[size];
    for (int t = 0; t < unitOfToken.length; t++) {
      int unit = unitOfToken[t];
      if (unit >= 0) {
        String tag = tokens.get(t).tag();
        found[unit] = !seen[unit] || Objects.equals(found[unit], tag) ? tag : null;
        seen[unit] = true;
      }
    }
    return found;
  }

  private void addDependencies(int[] unitOfToken) {
    for (int t = 0; t < unitOfToken.length; t++) {
      int head = heads.get(t);
      if (head >= 0
          && unitOfToken[t] >= 0
          && unitOfToken[head] >= 0
          && unitOfToken[t] != unitOfToken[head]) {
        dependencies.add(
            new Dependency(unitOfToken[t], unitOfToken[head], tokens.get(t).relation()));
      }
    }
  }

  /** Returns for each token whether the model reads it, which it does unless it was truncated. */
  private boolean[] read(List<Part> parts, boolean truncated) {
    int[] end = new int[2];
    for (Part part : parts) {
      end[part.segment()] = part.end();
    }
    boolean[] read = new boolean[tokens.size()];
    for (int t = 0; t < read.length; t++) {
      read[t] = !truncated || tokens.get(t).begin() < end[segments.get(t)];
    }
    return read;
  }

  /**
   * Returns for each token whether it is in no unit, or shares one with a word of another token.
   */
  private boolean[] bad(int[] unitOfToken, boolean[] read) {
    boolean[] bad = new boolean[tokens.size()];
    for (int t = 0; t < bad.length; t++) {
      bad[t] |= unitOfToken[t] < 0;
      for (int other = t + 1; other < bad.length && unitOfToken[t] >= 0; other++) {
        boolean together = unitOfToken[t] == unitOfToken[other];
        if (together && tokens.get(t).surface() != tokens.get(other).surface()) {
          bad[t] = true;
          bad[other] = true;
        }
      }
      bad[t] &= read[t];
    }
    return bad;
  }

  private String first(boolean[] flags) {
    for (int t = 0; t < flags.length; t++) {
      if (flags[t]) {
        return tokens.get(t).form();
      }
    }
    return null;
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
