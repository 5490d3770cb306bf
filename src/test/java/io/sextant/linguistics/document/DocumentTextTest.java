package io.sextant.linguistics.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentTextTest {
  @Test
  void emptyLinesPartParagraphsAndFurnitureIsLeftOut() {
    String text =
        """
        Annual Report 2019  Page 1

        The first sentence goes on
        over two lines. Here is
        \f
        Annual Report 2019  Page 2

        the rest of the second.

        ------
        A HEADING
        - 3 -
        Annual Report 2019  Page 3
        Yes.
        Yes.
        Yes.
        """;
    assertThat(DocumentText.sentences(text, new SentenceSplitter()))
        .containsExactly(
            "The first sentence goes on over two lines.",
            "Here is the rest of the second.",
            "A HEADING Yes.",
            "Yes.",
            "Yes.");
  }

  @Test
  void aSingleLineIsNeverFurniture() {
    assertThat(DocumentText.sentences("2019", new SentenceSplitter())).containsExactly("2019");
    assertThat(DocumentText.sentences(" \n\n ", new SentenceSplitter())).isEmpty();
  }

  @Test
  void textWithoutAnEndIsCutAtSpaces() {
    String endless = "word ".repeat(50_000).strip();
    assertThat(DocumentText.sentences(endless, new SentenceSplitter()))
        .hasSize(3)
        .allSatisfy(token -> assertThat(token).startsWith("word").endsWith("word"));
  }
}
