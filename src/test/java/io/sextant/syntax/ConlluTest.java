package io.sextant.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.profile.UnfitPairException;
import io.sextant.table.row.RejectReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConlluTest {
  private static final String CATS =
      Blocks.of(
          "# sent_id = s1",
          "# text = The cats don't sit.",
          "1 The DET 2 det",
          "2 cats NOUN 5 nsubj",
          "3-4 don't _ _ _",
          "3 do AUX 5 aux",
          "4 n't PART 5 advmod",
          "4.1 really ADV _ _",
          "5 sit VERB 0 root SpaceAfter=No",
          "6 . PUNCT 5 punct");

  @Test
  void everyWordKnowsItsPlaceItsHeadAndItsAnnotation() {
    AnnotatedSentence sentence = Conllu.parse(CATS, Conllu.text(CATS));
    assertThat(sentence.text()).isEqualTo("The cats don't sit.");
    assertThat(sentence.tokens())
        .containsExactly(
            new Token("The", 0, 0, 3, "the", "DET", 1, "det"),
            new Token("cats", 1, 4, 8, "cats", "NOUN", 4, "nsubj"),
            new Token("do", 2, 9, 11, "do", "AUX", 4, "aux"),
            new Token("n't", 2, 11, 14, "n't", "PART", 4, "advmod"),
            new Token("sit", 3, 15, 18, "sit", "VERB", -1, "root"),
            new Token(".", 4, 18, 19, ".", "PUNCT", 4, "punct"));
    assertThat(Conllu.comment(CATS, "sent_id")).contains("s1");
    assertThat(Conllu.comment(CATS, "newdoc id")).isEmpty();
  }

  @Test
  void textIsMadeOfTheTokensWhereTheBlockDoesNotGiveIt() {
    assertThat(Conllu.text(CATS.replace("# text = The cats don't sit.\n", "")))
        .isEqualTo("The cats don't sit.");
  }

  @Test
  void wordsThatDoNotMakeUpTheirTokenShareAllOfIt() {
    String block =
        Blocks.of("1-2 du _ _ _", "1 de ADP 3 case", "2 le DET 3 det", "3 chat NOUN 0 root");
    assertThat(Conllu.parse(block, "du chat").tokens())
        .extracting(Token::begin, Token::end)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0, 2),
            org.assertj.core.groups.Tuple.tuple(0, 2),
            org.assertj.core.groups.Tuple.tuple(3, 7));
  }

  @Test
  void wordsThatTheTextDoesNotHaveAreNowhereAndTheOthersInPlace() {
    String block =
        Blocks.of("1 The DET 2 det", "2 kitten NOUN 3 nsubj", "3 sat VERB 0 root", "4 x X 3 dep");
    assertThat(Conllu.parse(block, "The cat sat and sat and sat and x.").tokens())
        .extracting(Token::begin)
        .containsExactly(0, -1, 8, -1);
  }

  @Test
  void aFormMayHoldSpacesOfAnyKind() {
    String block =
        "1\t10 000\t10000\tNUM\t_\t_\t2\tnummod\t_\t_\n"
            + "2\tsinh viên\tsinh viên\tNOUN\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
            + "3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n";
    assertThat(Conllu.text(block)).isEqualTo("10 000 sinh viên.");
    for (String text : new String[] {"10 000 sinh viên.", "10\u00A0000 sinh  viên."}) {
      assertThat(Conllu.parse(block, text).tokens())
          .extracting(
              token -> text.substring(token.begin(), token.end()).replaceAll("\\p{Z}+", " "))
          .containsExactly("10 000", "sinh viên", ".");
    }
  }

  @Test
  void headsMayBeMissing() {
    String block = Blocks.of("1 The DET _ _", "2 cat NOUN _ _");
    assertThat(Conllu.parse(block, "The cat").tokens())
        .allSatisfy(token -> assertThat(token.relation()).isNull())
        .extracting(Token::tag)
        .containsExactly("DET", "NOUN");
  }

  @Test
  void cyclesAndMissingRootsAreNoTrees() {
    assertUnfit(
        Blocks.of("1 a X 2 dep", "2 b X 1 dep", "3 c X 0 root"),
        RejectReason.NOT_A_TREE,
        "word 1 'a' form a cycle");
    assertUnfit(Blocks.of("1 a X 2 dep", "2 b X 1 dep"), RejectReason.NOT_A_TREE, "no root");
    assertUnfit(Blocks.of("1 a X 1 dep", "2 b X 0 root"), RejectReason.NOT_A_TREE, "cycle");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 a X 0 root;3 b X 1 dep|an ID that is not 2",
        "1 a X 7 dep;2 b X 0 root|a HEAD beyond the 2 words",
        "1 a X x dep|'x' where a number should be",
        "1-3 ab _ _ _;1 a X 0 root;2 b X 1 dep|ends before its words do",
        "1 a X 0 root;1-2 ab _ _ _|does not begin at word 2",
        "1 a X 0 root;2 b X _ _|only 1 of 2 words have a HEAD"
      })
  void whatIsNotConlluIsNamed(String lines, String message) {
    assertUnfit(Blocks.of(lines.split(";")), RejectReason.MALFORMED_ANNOTATION, message);
  }

  @Test
  void linesNeedTenColumns() {
    assertUnfit(
        "1\ta\tb\n", RejectReason.MALFORMED_ANNOTATION, "3 columns separated by tabs, not 10");
    assertUnfit("# text = a\n", RejectReason.MALFORMED_ANNOTATION, "ends before its words do");
  }

  private static void assertUnfit(String block, RejectReason reason, String message) {
    assertThatThrownBy(() -> Conllu.parse(block, "a b c"))
        .isInstanceOf(UnfitPairException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((UnfitPairException) e).reason())
        .isEqualTo(reason);
  }
}
