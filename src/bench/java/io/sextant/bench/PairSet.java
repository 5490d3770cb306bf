package io.sextant.bench;

import io.sextant.bert.BertModel;
import io.sextant.testing.Europarl;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Encoded pairs on which engines are timed. */
record PairSet(String name, List<EncodedPair> pairs) {
  /** The lengths of the sets whose pairs have one length each, in tokens. */
  static final List<Integer> LENGTHS = List.of(32, 64, 128, 256, 512);

  /** Sets of pairs of one length have at most so many tokens. */
  private static final int MOST_TOKENS = 2048;

  /** Returns the number of tokens of all pairs. */
  long tokens() {
    return pairs.stream().mapToLong(EncodedPair::size).sum();
  }

  /** Returns a set of only the first pairs. */
  PairSet first(int count) {
    return new PairSet(name, pairs.subList(0, Math.min(count, pairs.size())));
  }

  /**
   * Returns the sets {@code snli} (short pairs, if a file is given), {@code europarl} (long pairs),
   * {@code mixed} (both alternately), and one of pairs of each of the {@link #LENGTHS}.
   *
   * @param snli the file for {@link Corpora#snli}; null for none
   * @param size the number of pairs in a set
   */
  static List<PairSet> all(BertModel model, Path snli, int size) {
    List<PairSet> sets = new ArrayList<>();
    if (snli != null) {
      sets.add(mixed(model, snli, size));
      List<SentencePair> shortPairs = Corpora.snli(snli).subList(0, size);
      sets.add(encoded("snli", model, shortPairs, model.config().positions()));
    }
    List<SentencePair> longPairs = Europarl.pairs().subList(0, size);
    sets.add(encoded("europarl", model, longPairs, model.config().positions()));
    for (int length : LENGTHS) {
      sets.add(ofLength(model, length, size));
    }
    return sets;
  }

  /** Returns pairs of SNLI and Europarl alternately; of Europarl only if {@code snli} is null. */
  static PairSet mixed(BertModel model, Path snli, int size) {
    return encoded("mixed", model, Corpora.mixed(snli, size), model.config().positions());
  }

  /**
   * Returns pairs of exactly that many tokens.
   *
   * @param size the number of pairs; fewer are returned if they would have more than {@value
   *     #MOST_TOKENS} tokens
   */
  static PairSet ofLength(BertModel model, int length, int size) {
    int pairs = Math.min(size, MOST_TOKENS / length);
    return encoded("T=" + length, model, Corpora.joined(pairs), length);
  }

  private static PairSet encoded(
      String name, BertModel model, List<SentencePair> pairs, int longest) {
    try (PairEncoder encoder = new PairEncoder(model, longest)) {
      return new PairSet(name, pairs.stream().map(encoder::encode).toList());
    }
  }
}
