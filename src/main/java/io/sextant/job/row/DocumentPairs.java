package io.sextant.job.row;

import io.sextant.linguistics.document.DocumentText;
import io.sextant.linguistics.document.SentenceSplitter;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Splits documents into pairs of adjacent sentences. The group of a pair is the document's id, or a
 * hash of its text. A sentence that is too long and a document of fewer than two sentences become
 * rejected rows.
 */
final class DocumentPairs {
  private final int longest;
  private final SentenceSplitter splitter = new SentenceSplitter();

  /**
   * Creates a splitter for one task.
   *
   * @param longest the greatest number of words of a sentence, as {@link DocumentText#words} counts
   *     them
   */
  DocumentPairs(int longest) {
    this.longest = longest;
  }

  /** The rows of one document. */
  List<ReadRow> of(String file, String id, String text) {
    List<ReadRow> rows = new ArrayList<>();
    String document = text == null ? "" : text;
    String group =
        id != null
            ? id
            : HexFormat.of().formatHex(DigestUtils.sha256("document " + document), 0, 8);
    List<String> sentences = DocumentText.sentences(document, splitter);
    String before = null;
    for (int k = 0; k < sentences.size(); k++) {
      String sentence = sentences.get(k);
      int words = DocumentText.words(sentence);
      // A document without an id may occur twice, so its pairs get ids from their text.
      String pairId = id == null ? null : group + ":" + k;
      if (words > longest) {
        String detail =
            String.format(
                Locale.ROOT,
                "a sentence of %,d words: more than input.sentence-words %,d",
                words,
                longest);
        rows.add(reject(file, pairId, group, sentence, RejectReason.SENTENCE_TOO_LONG, detail));
        before = null;
      } else {
        if (before != null) {
          SentencePair pair =
              new SentencePair(pairId, group, before, sentence, Annotation.NONE, file);
          rows.add(new ReadRow(pair, true, null));
        }
        before = sentence;
      }
    }
    if (rows.isEmpty()) {
      String detail =
          sentences.isEmpty() ? "the document has no sentence" : "the document has one sentence";
      rows.add(reject(file, id, group, document, RejectReason.NO_PAIR, detail));
    }
    return rows;
  }

  private static ReadRow reject(
      String file, String id, String group, String text, RejectReason reason, String detail) {
    SentencePair sentence =
        new SentencePair(id, group, InputRow.excerpt(text), null, Annotation.NONE, file);
    return ReadRow.single(sentence, new ReadRow.Fault(reason, detail, null));
  }
}
