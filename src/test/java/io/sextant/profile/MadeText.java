package io.sextant.profile;

import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Text of meaningless words, and a vocabulary for it. */
final class MadeText {
  private static final int WORDS = 400;

  /** Words of one token, and the suffixes that continue some words. */
  static final List<String> VOCABULARY = vocabulary();

  private MadeText() {}

  /**
   * Returns pairs whose B repeats a third of A's words at other indices. A fifth of A's words have
   * two tokens.
   */
  static List<SentencePair> pairs(int count) {
    Random random = new Random(4);
    return IntStream.range(0, count).mapToObj(i -> pair("p" + i, random)).toList();
  }

  private static SentencePair pair(String id, Random random) {
    List<String> a = new ArrayList<>();
    List<String> b = new ArrayList<>();
    for (int w = 0; w < 12; w++) {
      String suffix = random.nextInt(5) == 0 ? word(random.nextInt(WORDS / 4)) : "";
      a.add(word(random.nextInt(WORDS)) + suffix);
    }
    for (int w = 0; w < 9; w++) {
      boolean again = random.nextInt(3) == 0;
      b.add(again ? a.get(random.nextInt(12)) : word(random.nextInt(WORDS)));
    }
    return new SentencePair(id, null, String.join(" ", a) + " .", String.join(" ", b) + " .");
  }

  private static List<String> vocabulary() {
    List<String> tokens = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
    tokens.add(".");
    IntStream.range(0, WORDS).mapToObj(MadeText::word).forEach(tokens::add);
    IntStream.range(0, WORDS / 4).mapToObj(i -> "##" + word(i)).forEach(tokens::add);
    return tokens;
  }

  private static String word(int number) {
    return "q" + (char) ('a' + number % 20) + (char) ('a' + number / 20) + "z";
  }
}
