package io.sextant.job.input.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Published corpora. A preset names the columns that hold the sentences in the authors' files, in
 * GLUE and on Hugging Face, the column that identifies a pair, and the column whose value the pairs
 * of a cluster share. In MNLI and SNLI, three pairs share a premise.
 */
public enum Preset {
  MNLI(List.of(Columns.SENTENCES, Columns.PREMISES), "pairID", "promptID", null),
  SNLI(List.of(Columns.SENTENCES, Columns.PREMISES), "pairID", "captionID", null),
  QQP(List.of(Columns.QUESTIONS), null, null, null),
  MRPC(List.of(new Columns("#1 String", "#2 String"), Columns.SENTENCES), null, null, null),
  /** The files of the shared task have no header, and some rows end with two sources. */
  STSB(
      List.of(Columns.SENTENCES),
      null,
      null,
      List.of("genre", "filename", "year", "index", "score", "sentence1", "sentence2")),
  RTE(List.of(Columns.SENTENCES), null, null, null),
  WNLI(List.of(Columns.SENTENCES), null, null, null),
  QNLI(List.of(new Columns("question", "sentence")), null, null, null),
  AX(List.of(Columns.SENTENCES, Columns.PREMISES), null, null, null),
  PAWS(List.of(Columns.SENTENCES), null, null, null),
  SST2(List.of(new Columns("sentence", null)), null, null, null),
  /** The training and development files have no header. */
  COLA(
      List.of(new Columns("sentence", null)),
      null,
      null,
      List.of("source", "label", "star", "sentence")),
  /** The authors' files name the column context, Hugging Face names it premise. */
  ANLI(List.of(Columns.PREMISES, Columns.CONTEXTS), "uid", null, null),
  BOOLQ(List.of(Columns.PASSAGES), null, null, null),
  SICK(List.of(Columns.SICK_SENTENCES), "pair_ID", null, null),
  PAWS_X(List.of(Columns.SENTENCES), null, null, null);

  /** The names of the two columns of a pair; {@code b} is null for single sentences. */
  public record Columns(String a, String b) {
    static final Columns SENTENCES = new Columns("sentence1", "sentence2");
    static final Columns PREMISES = new Columns("premise", "hypothesis");
    static final Columns QUESTIONS = new Columns("question1", "question2");

    static final Columns CONTEXTS = new Columns("context", "hypothesis");
    static final Columns PASSAGES = new Columns("question", "passage");
    static final Columns SICK_SENTENCES = new Columns("sentence_A", "sentence_B");

    /** The names to try, in this order, if neither a preset nor the user names the columns. */
    public static final List<Columns> USUAL =
        List.of(
            SENTENCES,
            PREMISES,
            QUESTIONS,
            new Columns("question", "sentence"),
            CONTEXTS,
            PASSAGES,
            SICK_SENTENCES);

    public boolean in(Iterable<String> names) {
      boolean hasA = false;
      boolean hasB = b == null;
      for (String name : names) {
        hasA |= name.equals(a);
        hasB |= name.equals(b);
      }
      return hasA && hasB;
    }
  }

  private final List<Columns> columns;
  private final String id;
  private final String group;
  private final List<String> headerless;

  Preset(List<Columns> columns, String id, String group, List<String> headerless) {
    this.columns = columns;
    this.id = id;
    this.group = group;
    this.headerless = headerless;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Preset> named(String name) {
    for (Preset preset : values()) {
      if (preset.key().equals(name)) {
        return Optional.of(preset);
      }
    }
    return Optional.empty();
  }

  public List<Columns> columns() {
    return columns;
  }

  /** Returns the column that identifies a pair in files that have it; null for none. */
  public String id() {
    return id;
  }

  /** Returns the column whose value the pairs of a cluster share; null for none. */
  public String group() {
    return group;
  }

  /** Returns the columns, in order, of files without a header; null if all files have one. */
  public List<String> headerless() {
    return headerless;
  }

  /**
   * Returns by how many fields a row may exceed the header. In GLUE's SNLI, a training row may have
   * five labels where the header names one. In STS-B, some rows end with two sources.
   */
  public Set<Integer> moreFields() {
    return switch (this) {
      case SNLI -> Set.of(0, 4);
      case STSB -> Set.of(0, 1, 2);
      default -> Set.of(0);
    };
  }

  /** Returns the format that a file's extension indicates in this corpus; null for none. */
  public InputFormat told(String file) {
    String plain = InputFormat.withoutCompression(file);
    boolean hasTabs = plain.endsWith(".txt") || (this == STSB && plain.endsWith(".csv"));
    return hasTabs ? InputFormat.TSV : InputFormat.told(file);
  }
}
