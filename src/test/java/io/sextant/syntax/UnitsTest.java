package io.sextant.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.pattern.Pairs;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitsTest {
  @Test
  void aWordOfSeveralPiecesIsOneUnitAndDelimitersAreNone() {
    EncodedPair pair = Pairs.of("the straw##berries rot", null);
    Units units =
        units(
            pair,
            "the straw##berries rot",
            "1 the DET 2 det",
            "2 straw##berries NOUN 3 nsubj",
            "3 rot VERB 0 root");
    assertThat(units.unitOf).containsExactly(-1, 0, 1, 1, 2, -1);
    assertThat(units.pieces).containsExactly(1, 2, 1);
    assertThat(units.tags).containsExactly("DET", "NOUN", "VERB");
    assertThat(units.dependencies)
        .containsExactly(new Dependency(0, 1, "det"), new Dependency(1, 2, "nsubj"));
    assertThat(units.mismatched).isZero();
    assertThat(units.words).isEqualTo(3);
  }

  /** BERT reads don't as don + ' + t, the treebank as do + n't. */
  @Test
  void wordsThatTheModelDoesNotKeepApartMakeOneUnit() {
    Units units =
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
    Units units =
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
    Units units =
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
            whole.pieces(),
            whole.ids(),
            whole.tokenTypes(),
            whole.wordOf(),
            whole.words(),
            whole.firstSep(),
            1);
    Units units = units(cut, "a b c", "1 a X 2 dep", "2 b X 3 dep", "3 c X 0 root");
    assertThat(units.words).isEqualTo(2);
    assertThat(units.mismatched).isZero();
    assertThat(units.dependencies).containsExactly(new Dependency(0, 1, "dep"));
  }

  private static Units units(EncodedPair pair, String text, String... lines) {
    return new Units(pair, Conllu.parse(Blocks.of(lines), text), null);
  }

  /** A single sentence whose words, one piece each, begin and end there. */
  private static EncodedPair words(String text, int... spans) {
    List<String> pieces = new ArrayList<>(List.of("[CLS]"));
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < spans.length; i += 2) {
      String word = text.substring(spans[i], spans[i + 1]);
      words.add(new Word(word, 0, spans[i], spans[i + 1], pieces.size(), pieces.size() + 1, false));
      pieces.add(word);
    }
    pieces.add("[SEP]");
    int n = pieces.size();
    int[] wordOf = new int[n];
    for (int i = 0; i < n; i++) {
      wordOf[i] = i == n - 1 ? -1 : i - 1;
    }
    return new EncodedPair(
        new SentencePair("1", null, text, null),
        pieces,
        new int[n],
        new int[n],
        wordOf,
        words,
        n - 1,
        0);
  }
}
