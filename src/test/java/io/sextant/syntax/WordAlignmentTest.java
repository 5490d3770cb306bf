package io.sextant.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.Vocabulary;
import io.sextant.pattern.Pairs;
import io.sextant.text.CharacterSpans;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentenceBounds;
import io.sextant.text.SentencePair;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordAlignmentTest {
  @Test
  void aWordOfSeveralTokensIsOneUnitAndDelimitersAreNone() {
    EncodedPair pair = Pairs.of("the straw##berries rot", null);
    WordAlignment units =
        units(
            pair,
            "the straw##berries rot",
            "1 the DET 2 det",
            "2 straw##berries NOUN 3 nsubj",
            "3 rot VERB 0 root");
    assertThat(units.unitOf).containsExactly(-1, 0, 1, 1, 2, -1);
    assertThat(units.tokenCounts).containsExactly(1, 2, 1);
    assertThat(units.tags).containsExactly("DET", "NOUN", "VERB");
    assertThat(units.dependencies)
        .containsExactly(new Dependency(0, 1, "det"), new Dependency(1, 2, "nsubj"));
    assertThat(units.mismatched).isZero();
    assertThat(units.words).isEqualTo(3);
  }

  /** BERT splits don't into don + ' + t, the treebank into do + n't. */
  @Test
  void wordsThatTheModelDoesNotKeepApartMakeOneUnit() {
    WordAlignment units =
        units(
            words("they don't run", 0, 4, 5, 8, 8, 9, 9, 10, 11, 14),
            "they don't run",
            "1 they PRON 4 nsubj",
            "2-3 don't _ _ _",
            "2 do AUX 4 aux",
            "3 n't PART 4 advmod",
            "4 run VERB 0 root");
    assertThat(units.unitOf).containsExactly(-1, 0, 1, 1, 1, 2, -1);
    assertThat(units.tags).containsExactly("PRON", null, "VERB");
    assertThat(units.dependencies)
        .containsExactly(
            new Dependency(0, 2, "nsubj"),
            new Dependency(1, 2, "aux"),
            new Dependency(1, 2, "advmod"));
    assertThat(units.mismatched).as("one token of the text").isZero();
  }

  @Test
  void tokensThatTheModelJoinsAreMismatches() {
    WordAlignment units =
        units(
            words("a bc d", 0, 1, 2, 4, 5, 6),
            "a bc d",
            "1 a X 4 dep",
            "2 b X 4 dep SpaceAfter=No",
            "3 c X 2 dep",
            "4 d X 0 root");
    assertThat(units.mismatched).isEqualTo(2);
    assertThat(units.dependencies).as("none inside a unit").hasSize(2);
  }

  @Test
  void wordsThatAreNotInTheTextAreMismatches() {
    WordAlignment units =
        units(words("a b", 0, 1, 2, 3), "a b", "1 a X 0 root", "2 zzz X 1 dep", "3 b X 1 dep");
    assertThat(units.mismatched).isEqualTo(1);
    assertThat(units.dependencies).containsExactly(new Dependency(1, 0, "dep"));
  }

  @Test
  void wordsThatWereCutOffAreNotCounted() {
    EncodedPair whole = words("a b c", 0, 1, 2, 3);
    EncodedPair cut =
        new EncodedPair(
            whole.pair(),
            whole.tokens(),
            whole.ids(),
            whole.tokenTypes(),
            whole.wordOf(),
            whole.words(),
            new SentenceBounds(whole.firstSep(), 1));
    WordAlignment units = units(cut, "a b c", "1 a X 2 dep", "2 b X 3 dep", "3 c X 0 root");
    assertThat(units.words).isEqualTo(2);
    assertThat(units.mismatched).isZero();
    assertThat(units.dependencies).containsExactly(new Dependency(0, 1, "dep"));
  }

  /** 私は本を読んだ。 The kana between two kanji are one word to BERT, but not one token. */
  @Test
  void inScriptsWithoutSpacesTreebankWordsAreMadeOfTokens() {
    String[] tree = {
      "1 私 PRON 5 nsubj SpaceAfter=No",
      "2 は ADP 1 case SpaceAfter=No",
      "3 本 NOUN 5 obj SpaceAfter=No",
      "4 を ADP 3 case SpaceAfter=No",
      "5 読ん VERB 0 root SpaceAfter=No",
      "6 だ AUX 5 aux SpaceAfter=No",
      "7 。 PUNCT 5 punct SpaceAfter=No"
    };
    String text = "私は本を読んだ。";
    WordAlignment units =
        units(encode(text, 40, "私", "は", "本", "を", "読", "ん", "##だ", "。"), text, tree);
    assertThat(units.unitOf).containsExactly(-1, 0, 1, 2, 3, 4, 4, 5, 6, -1);
    assertThat(units.tags).containsExactly("PRON", "ADP", "NOUN", "ADP", "VERB", "AUX", "PUNCT");
    assertThat(units.mismatched).isZero();
    assertThat(units.dependencies).hasSize(6);

    WordAlignment coarse = units(encode(text, 40, "私", "は", "本", "を", "読", "んだ", "。"), text, tree);
    assertThat(coarse.unitOf)
        .as("one token in two words")
        .containsExactly(-1, 0, 1, 2, 3, 4, 4, 5, -1);
    assertThat(coarse.mismatched).isEqualTo(2);
    assertThat(coarse.firstMismatch).isEqualTo("読ん");

    WordAlignment unknown = units(encode(text, 40, "私", "は", "本", "を", "読", "。"), text, tree);
    assertThat(unknown.mismatched).as("[UNK] is one token").isEqualTo(2);

    WordAlignment cut =
        units(encode(text, 8, "私", "は", "本", "を", "読", "ん", "##だ", "。"), text, tree);
    assertThat(cut.words).as("but だ and the mark").isEqualTo(5);
    assertThat(cut.mismatched).isZero();
  }

  /** XLM-R's words end at spaces and marks; ▁ alone is a token without a character. */
  @Test
  void aSentenceThatIsOneWordIsJoinedAtItsTokens() {
    String text = "แมวนั่ง 5";
    WordAlignment units =
        units(
            tokens(text, new Word("แมวนั่ง", 0, 0, 7, 1, 5, false), 0, 0, 0, 2, 2, 3, 3, 7),
            text,
            "1 แมว NOUN 2 nsubj SpaceAfter=No",
            "2 นั่ง VERB 0 root",
            "3 5 NUM 2 obj");
    assertThat(units.unitOf).containsExactly(-1, 0, 0, 0, 1, -1);
    assertThat(units.mismatched).as("the 5, which has no token").isEqualTo(1);
  }

  /**
   * English also has tokens that are smaller than words, but they stay within words, so nothing may
   * change there.
   */
  @Test
  void whereWordsHaveSpacesTheModelsWordsStayWhole() {
    String text = "i am gonna go 10am";
    WordAlignment units =
        units(
            encode(text, 40, "i", "am", "gon", "##na", "go", "10", "##am"),
            text,
            "1 i PRON 5 nsubj",
            "2 am AUX 5 aux",
            "3-4 gonna _ _ _",
            "3 gon AUX 5 aux",
            "4 na PART 5 mark",
            "5 go VERB 0 root",
            "6 10 NUM 7 nummod SpaceAfter=No",
            "7 am NOUN 5 obl");
    assertThat(units.unitOf).containsExactly(-1, 0, 1, 2, 2, 3, 4, 4, -1);
    assertThat(units.mismatched).isEqualTo(2);
  }

  private static WordAlignment units(EncodedPair pair, String text, String... lines) {
    return new WordAlignment(pair, Conllu.parse(Blocks.of(lines), text), null);
  }

  /** Returns a single sentence as a cased BERT with the given vocabulary tokenizes it. */
  private static EncodedPair encode(String text, int longest, String... vocabulary) {
    List<String> tokens = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
    tokens.addAll(List.of(vocabulary));
    BertConfig config =
        new BertConfig(
            new EncoderShape(1, 1, 2, 2), new EmbeddingShape(tokens.size(), 40, 2), false);
    BertModel model = new BertModel("tiny", config, new Vocabulary(tokens), null, "none");
    try (PairEncoder encoder = new PairEncoder(model, longest)) {
      return encoder.encode(new SentencePair("1", null, text, null));
    }
  }

  /** Returns a single sentence of one word whose tokens have the given spans. */
  private static EncodedPair tokens(String text, Word word, int... spans) {
    int n = spans.length / 2 + 2;
    int[] wordOf = new int[n];
    int[] begins = new int[n];
    int[] ends = new int[n];
    for (int i = 0; i < n; i++) {
      boolean delimiter = i == 0 || i == n - 1;
      wordOf[i] = delimiter ? -1 : 0;
      begins[i] = delimiter ? -1 : spans[2 * i - 2];
      ends[i] = delimiter ? -1 : spans[2 * i - 1];
    }
    return new EncodedPair(
        new SentencePair("1", null, text, null),
        Collections.nCopies(n, "token"),
        new int[n],
        new int[n],
        wordOf,
        List.of(word),
        new SentenceBounds(n - 1, n, 0),
        new CharacterSpans(begins, ends));
  }

  /** Returns a single sentence whose words, one token each, have the given spans. */
  private static EncodedPair words(String text, int... spans) {
    List<String> tokens = new ArrayList<>(List.of("[CLS]"));
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < spans.length; i += 2) {
      String word = text.substring(spans[i], spans[i + 1]);
      words.add(new Word(word, 0, spans[i], spans[i + 1], tokens.size(), tokens.size() + 1, false));
      tokens.add(word);
    }
    tokens.add("[SEP]");
    int n = tokens.size();
    int[] wordOf = new int[n];
    for (int i = 0; i < n; i++) {
      wordOf[i] = i == n - 1 ? -1 : i - 1;
    }
    return new EncodedPair(
        new SentencePair("1", null, text, null),
        tokens,
        new int[n],
        new int[n],
        wordOf,
        words,
        new SentenceBounds(n - 1, 0));
  }
}
