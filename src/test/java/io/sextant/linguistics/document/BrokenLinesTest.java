package io.sextant.linguistics.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenLinesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "it re-/mained here|it remained here",
        "it RE-/MAINED here|it REMAINED here",
        "re\u2010/mained|remained",
        "some quer\u00AD/ying here|some querying here",
        "pre-/and post-war|pre- and post-war",
        "Vor-/und Nachteile|Vor- und Nachteile",
        "hand-/to-hand fighting|hand-to-hand fighting",
        "Anglo-/Saxon words|Anglo-Saxon words",
        "of COVID-/19 in 1990-/1995 it was|of COVID-19 in 1990-1995 it was",
        "a well-/known man|a well-known man",
        "a sentence-/splitter rule|a sentence-splitter rule",
        "mother-in-/law|mother-in-law",
        "he said -/then he left|he said - then he left",
        "he said --/then he left|he said -- then he left",
        "no hyphen/here|no hyphen here",
        "(\"re-/mained\")|(\"remained\")",
        "猫坐在垫/子上|猫坐在垫子上",
        "コー/ヒー、/はい|コーヒー、はい",
        "我用 BERT/模型|我用 BERT 模型"
      })
  void linesAreJoinedAsTheyWereBroken(String lines, String joined) {
    assertThat(paragraph(lines)).isEqualTo(joined);
  }

  @Test
  void theDocumentItselfSaysHowItsWordsAreSpelt() {
    assertThat(paragraph("zorbing and zor-/bing")).isEqualTo("zorbing and zorbing");
    assertThat(paragraph("re-mained, re-/mained")).isEqualTo("re-mained, re-mained");
    assertThat(paragraph("Donaudampf, Donau-/dampf")).isEqualTo("Donaudampf, Donaudampf");
  }

  @Test
  void aWordIsJoinedOverTheEndOfAPage() {
    assertThat(DocumentText.paragraphs("it re-\n\n\fmained here.\n\nYes."))
        .containsExactly("it remained here.", "Yes.");
  }

  @Test
  void spacesOfAllKindsAndLineBreaksOfAllKindsPartParagraphs() {
    assertThat(DocumentText.paragraphs("One.\r\n\u00A0\u3000\r\nTwo.\u2029Three\u2028four.\rFive."))
        .containsExactly("One.", "Two.", "Three four. Five.");
    assertThat(List.of("", " \t", "\u00A0\u3000", "\uFEFF")).allMatch(DocumentText::isBlank);
    assertThat(DocumentText.isBlank(" a ")).isFalse();
  }

  private static String paragraph(String lines) {
    return String.join("|", DocumentText.paragraphs(lines.replace('/', '\n')));
  }
}
