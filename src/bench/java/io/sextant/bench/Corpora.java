package io.sextant.bench;

import io.sextant.testing.Europarl;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Real sentence pairs: SNLI's are short, Europarl's long. */
final class Corpora {
  private static final int SENTENCES_JOINED = 24;

  private Corpora() {}

  /**
   * Returns the pairs of a tab-separated file with a header, whose first columns are premise and
   * hypothesis.
   */
  static List<SentencePair> snli(Path file) {
    try (var lines = Files.lines(file)) {
      return lines
          .skip(1)
          .map(line -> line.split("\t"))
          .map(fields -> new SentencePair(fields[0] + fields[1], null, fields[0], fields[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns pairs of both corpora alternately; of Europarl only if {@code snli} is null. */
  static List<SentencePair> mixed(Path snli, int size) {
    List<SentencePair> longPairs = Europarl.pairs().subList(0, size);
    if (snli == null) {
      return longPairs;
    }
    List<SentencePair> shortPairs = snli(snli);
    return IntStream.range(0, size)
        .mapToObj(k -> (k % 2 == 0 ? shortPairs : longPairs).get(k))
        .toList();
  }

  /** Returns pairs of 24 sentences on each side, long enough to be truncated to 512 tokens. */
  static List<SentencePair> joined(int size) {
    List<SentencePair> all = Europarl.pairs();
    List<SentencePair> joined = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      StringBuilder a = new StringBuilder();
      StringBuilder b = new StringBuilder();
      for (int i = 0; i < SENTENCES_JOINED; i++) {
        SentencePair pair = all.get((SENTENCES_JOINED * k + i) % all.size());
        a.append(pair.sentenceA()).append(' ');
        b.append(pair.sentenceB()).append(' ');
      }
      joined.add(new SentencePair("joined-" + k, null, a.toString(), b.toString()));
    }
    return joined;
  }
}
