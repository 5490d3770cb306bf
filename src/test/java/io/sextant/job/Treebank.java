package io.sextant.job;

import io.sextant.syntax.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Artificial English sentences in CoNLL-U. "sat", "sits" and "slept" are verbs, and "can" is a noun
 * or an auxiliary.
 */
final class Treebank {
  private static final String[] NOUNS = "cat cats dog dogs mat day can".split(" ");
  private static final String[] ADJECTIVES = {"tired"};
  private static final String[] VERBS = "sat sits slept".split(" ");
  private static final String[] DETERMINERS = {"the", "a", "all"};

  private Treebank() {}

  /** Returns blocks of sentences, of which every five form a document. */
  static List<String> sentences(int count, int seed) {
    Random random = new Random(seed);
    List<String> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String document = i % 5 == 0 ? "# newdoc id = doc-" + seed + "-" + i / 5 + "\n" : "";
      blocks.add(document + "# sent_id = s-" + seed + "-" + i + "\n" + sentence(random));
    }
    return blocks;
  }

  private static String sentence(Random random) {
    String subject = pick(NOUNS, random);
    String determiner = pick(DETERMINERS, random);
    return switch (random.nextInt(3)) {
      case 0 ->
          Blocks.of(
              "1 " + determiner + " DET 2 det",
              "2 " + subject + " NOUN 3 nsubj",
              "3 " + pick(VERBS, random) + " VERB 0 root",
              "4 on ADP 6 case",
              "5 the DET 6 det",
              "6 " + pick(NOUNS, random) + " NOUN 3 obl SpaceAfter=No",
              "7 . PUNCT 3 punct");
      case 1 ->
          Blocks.of(
              "1 " + determiner + " DET 3 det",
              "2 " + pick(ADJECTIVES, random) + " ADJ 3 amod",
              "3 " + subject + " NOUN 5 nsubj",
              "4 can AUX 5 aux",
              "5 " + pick(VERBS, random) + " VERB 0 root SpaceAfter=No",
              "6 ! PUNCT 5 punct");
      default ->
          Blocks.of(
              "1 it PRON 2 nsubj",
              "2 " + pick(VERBS, random) + " VERB 0 root",
              "3 and CCONJ 6 cc",
              "4 " + determiner + " DET 5 det",
              "5 " + subject + " NOUN 6 nsubj",
              "6 " + pick(VERBS, random) + " VERB 2 conj SpaceAfter=No",
              "7 . PUNCT 2 punct");
    };
  }

  private static String pick(String[] words, Random random) {
    return words[random.nextInt(words.length)];
  }
}
