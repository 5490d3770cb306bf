package io.sextant.text;

import ai.djl.huggingface.tokenizers.Encoding;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a sentence, without delimiters.
 *
 * @param tokens the tokens
 * @param ids the ids of the tokens
 * @param wordOf the index into {@code words} of each token's word, which increases by at most 1
 * @param words the words as they are in the sentence
 * @param spans the spans of the tokens in the sentence
 */
record TokenizedSentence(
    String[] tokens, int[] ids, int[] wordOf, List<Span> words, TokenSpans spans) {

  /** A part of the sentence, by UTF-16 units. */
  record Span(String text, int begin, int end) {}

  /**
   * Converts a tokenizer's result. The words are those of its pre-tokenizer. A pre-tokenizer that
   * splits at white space only, as XLM-R's does, leaves punctuation and letters in one word; such a
   * word is split before and after every token that is punctuation.
   */
  static TokenizedSentence of(String text, Encoding encoding) {
    String[] tokens = encoding.getTokens();
    long[] wordIds = encoding.getWordIds();
    TokenSpans spans = TokenSpans.of(text, encoding.getCharTokenSpans());
    int[] ids = new int[tokens.length];
    int[] wordOf = new int[tokens.length];
    List<Span> words = new ArrayList<>();
    for (int first = 0, end; first < tokens.length; first = end) {
      end = first;
      do {
        ids[end] = Math.toIntExact(encoding.getIds()[end]);
        wordOf[end++] = words.size();
      } while (end < tokens.length && wordIds[end] == wordIds[first] && !spans.parted(end));
      words.add(spans.word(first, end));
    }
    return new TokenizedSentence(tokens, ids, wordOf, words, spans);
  }

  int size() {
    return ids.length;
  }
}
