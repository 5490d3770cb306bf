package io.sextant.job.row;

import io.sextant.redaction.Secrets;
import io.sextant.table.row.Reject;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.SentencePair;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A row of the input on its way to its chunk: a pair to profile, or a row to reject.
 *
 * @param reason the reason of a reject; null for a pair
 * @param detail the details of a reject; null for a pair
 * @param file the address of the input file
 * @param id the id of the pair; null if it has none
 * @param group the cluster of the pair; null if it is a cluster of its own
 * @param sentenceB null for a single sentence
 * @param raw the beginning of a rejected row as text; null for a pair
 * @param annotation the annotation of the sentences
 * @param hash a hash of the whole row as it was read, and of its file
 */
public record InputRow(
    RejectReason reason,
    String detail,
    String file,
    String id,
    String group,
    String sentenceA,
    String sentenceB,
    String raw,
    Annotation annotation,
    long hash)
    implements Serializable {

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
          .thenComparing(InputRow::file, nullsFirst())
          .thenComparing(InputRow::raw, nullsFirst())
          .thenComparing(row -> row.annotation().toString());

  /** Returns the key that determines the chunk; rows with equal keys are in the same chunk. */
  public String chunkKey() {
    return group != null ? "g" + group : "i" + Objects.requireNonNullElse(id, contentId());
  }

  /** Returns a hash of the text, which is the id of a pair that has none. */
  public String contentId() {
    byte[] hash = sha256(sentenceA + "\0" + sentenceB + "\0" + raw);
    return HexFormat.of().formatHex(hash, 0, 8);
  }

  public SentencePair pair() {
    return new SentencePair(id, group, sentenceA, sentenceB, annotation, file);
  }

  public Reject reject(String runId, RejectReason why, String what) {
    return raw == null
        ? reject(pair(), runId, why, what)
        : new Reject(runId, why.key(), what, Secrets.hide(file), id, excerpt(raw));
  }

  /** Returns the reject of a pair that was read without a fault. */
  public static Reject reject(SentencePair pair, String runId, RejectReason why, String what) {
    String a = pair.sentenceA();
    String text = pair.sentenceB() == null ? a : a + "\t" + pair.sentenceB();
    return new Reject(runId, why.key(), what, Secrets.hide(pair.file()), pair.id(), excerpt(text));
  }

  public InputRow withId(String newId) {
    return new InputRow(
        reason, detail, file, newId, group, sentenceA, sentenceB, raw, annotation, hash);
  }

  static String excerpt(String text) {
    if (text == null || text.length() <= EXCERPT) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
    return text.substring(0, end);
  }

  public static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Comparator<String> nullsFirst() {
    return Comparator.nullsFirst(Comparator.naturalOrder());
  }
}
