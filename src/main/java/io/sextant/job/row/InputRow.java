package io.sextant.job.row;

import io.sextant.redaction.Secrets;
import io.sextant.table.row.Reject;
import io.sextant.table.row.RejectReason;
import io.sextant.text.SentencePair;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A row of the input on its way to its chunk: a pair to profile, or a row to reject.
 *
 * @param pair the pair; of a row to reject, as much of it as could be read
 * @param fault why the row is rejected; null for a pair to profile
 * @param hash of the whole row as it was read, and of its file
 */
public record InputRow(SentencePair pair, ReadRow.Fault fault, long hash) implements Serializable {

  private static final int EXCERPT = 200;

  /**
   * The order of rows inside a chunk, by group, id and text. It depends on the rows alone. Rows
   * that are equal in this order are equal in everything that is profiled.
   */
  public static final Comparator<InputRow> ORDER =
      Comparator.comparing(InputRow::group, nullsFirst())
          .thenComparing(InputRow::id, nullsFirst())
          .thenComparing(InputRow::sentenceA, nullsFirst())
          .thenComparing(InputRow::sentenceB, nullsFirst())
          .thenComparing(InputRow::reason, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(row -> row.pair.file(), nullsFirst())
          .thenComparing(InputRow::raw, nullsFirst())
          .thenComparing(row -> row.pair.annotation().toString());

  public String id() {
    return pair.id();
  }

  public String group() {
    return pair.group();
  }

  public String sentenceA() {
    return pair.sentenceA();
  }

  public String sentenceB() {
    return pair.sentenceB();
  }

  /** Whether the row is a pair to profile. */
  public boolean isGood() {
    return fault == null;
  }

  /** The reason of the reject; null for a pair to profile. */
  public RejectReason reason() {
    return fault == null ? null : fault.reason();
  }

  /** That reason in words; null for a pair to profile. */
  public String detail() {
    return fault == null ? null : fault.detail();
  }

  private String raw() {
    return fault == null ? null : fault.raw();
  }

  /** Returns the key that determines the chunk; rows with equal keys are in the same chunk. */
  public String chunkKey() {
    return group() != null ? "g" + group() : "i" + Objects.requireNonNullElse(id(), contentId());
  }

  /** Returns a hash of the text, which is the id of a pair that has none. */
  public String contentId() {
    byte[] hash = DigestUtils.sha256(sentenceA() + "\0" + sentenceB() + "\0" + raw());
    return HexFormat.of().formatHex(hash, 0, 8);
  }

  /** The row in the table of rejects, for that reason. */
  public Reject reject(String runId, RejectReason why, String what) {
    return raw() == null
        ? reject(pair, runId, why, what)
        : new Reject(runId, why.key(), what, Secrets.hide(pair.file()), pair.id(), excerpt(raw()));
  }

  /** Returns the reject of a pair that was read without a fault. */
  public static Reject reject(SentencePair pair, String runId, RejectReason why, String what) {
    String a = pair.sentenceA();
    String text = pair.sentenceB() == null ? a : a + "\t" + pair.sentenceB();
    return new Reject(runId, why.key(), what, Secrets.hide(pair.file()), pair.id(), excerpt(text));
  }

  /** The same row with another id. */
  public InputRow withId(String id) {
    return new InputRow(pair.withId(id), fault, hash);
  }

  static String excerpt(String text) {
    if (text == null || text.length() <= EXCERPT) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
    return text.substring(0, end);
  }

  private static Comparator<String> nullsFirst() {
    return Comparator.nullsFirst(Comparator.naturalOrder());
  }
}
