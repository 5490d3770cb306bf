package io.sextant.bench;

import io.sextant.bert.BertModel;
import io.sextant.testing.Europarl;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Encoded pairs that engines are timed on. */
record PairSet(String name, List<EncodedPair> pairs) {

  /** Word pieces of all pairs. */
  long pieces() {
    return pairs.stream().mapToLong(EncodedPair::size).sum();
  }

  /** The first pairs only. */
  PairSet first(int count) {
    return new PairSet(name, pairs.subList(0, Math.min(count, pairs.size())));
  }

  /**
   * The sets: {@code snli} (short pairs, where a file is given), {@code europarl} (long pairs),
   * {@code mixed} (both in turn), and {@code T=32}, {@code T=64}, {@code T=128} of that length.
   *
   * @param snli tab-separated with a header, premise and hypothesis first; null for none
   * @param size pairs a set
   */
  static List<PairSet> all(BertModel model, Path snli, int size) {
    List<SentencePair> longPairs = Europarl.pairs().subList(0, size);
    List<PairSet> sets = new ArrayList<>();
    PairSet europarl = encoded("europarl", model, longPairs, model.config().positions());
    if (snli != null) {
      PairSet shortPairs = encoded("snli", model, snli(snli, size), model.config().positions());
      List<EncodedPair> mixed = new ArrayList<>();
      for (int k = 0; k < size; k++) {
        mixed.add((k % 2 == 0 ? shortPairs : europarl).pairs().get(k));
      }
      sets.add(new PairSet("mixed", mixed));
      sets.add(shortPairs);
    }
    sets.add(europarl);
    for (int length : new int[] {32, 64, 128}) {
      sets.add(encoded("T=" + length, model, joined(size), length));
    }
    return sets;
  }

  private static PairSet encoded(
      String name, BertModel model, List<SentencePair> pairs, int longest) {
    try (PairEncoder encoder = new PairEncoder(model, longest)) {
      return new PairSet(name, pairs.stream().map(encoder::encode).toList());
    }
  }

  /** Pairs of eight sentences each, long enough to be cut to any length. */
  private static List<SentencePair> joined(int size) {
    List<SentencePair> all = Europarl.pairs();
    List<SentencePair> joined = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      StringBuilder a = new StringBuilder();
      StringBuilder b = new StringBuilder();
      for (int i = 0; i < 8; i++) {
        SentencePair pair = all.get((8 * k + i) % all.size());
        a.append(pair.sentenceA()).append(' ');
        b.append(pair.sentenceB()).append(' ');
      }
      joined.add(new SentencePair("joined-" + k, null, a.toString(), b.toString()));
    }
    return joined;
  }

  private static List<SentencePair> snli(Path file, int size) {
    try (var lines = Files.lines(file)) {
      return lines
          .skip(1)
          .limit(size)
          .map(line -> line.split("\t"))
          .map(fields -> new SentencePair(fields[0] + fields[1], null, fields[0], fields[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
