package io.sextant.job.input.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Published corpora by name: which columns hold the sentences, in the files of their makers, of
 * GLUE and of Hugging Face; what identifies a pair; and what pairs have in common that makes them
 * one cluster (in MNLI and SNLI, three pairs share a premise).
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
  /** Its training and development files have no header. */
  COLA(
      List.of(new Columns("sentence", null)),
      null,
      null,
      List.of("source", "label", "star", "sentence")),
  /** The files of its makers say context, Hugging Face says premise. */
  ANLI(List.of(Columns.PREMISES, Columns.CONTEXTS), "uid", null, null),
  BOOLQ(List.of(Columns.PASSAGES), null, null, null),
  SICK(List.of(Columns.SICK_SENTENCES), "pair_ID", null, null),
  PAWS_X(List.of(Columns.SENTENCES), null, null, null);

  /** Names of the columns of a pair; {@code b} is null for single sentences. */
  public record Columns(String a, String b) {
    static final Columns SENTENCES = new Columns("sentence1", "sentence2");
    static final Columns PREMISES = new Columns("premise", "hypothesis");
    static final Columns QUESTIONS = new Columns("question1", "question2");

    static final Columns CONTEXTS = new Columns("context", "hypothesis");
    static final Columns PASSAGES = new Columns("question", "passage");
    static final Columns SICK_SENTENCES = new Columns("sentence_A", "sentence_B");

    /** What is looked for where neither a preset nor the user says. */
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

  /** The column that identifies a pair, where a file has it; null for none. */
  public String id() {
    return id;
  }

  /** The column of what pairs share, where a file has it; null for none. */
  public String group() {
    return group;
  }

  /** The columns of files that have no header, in their order; null if all have one. */
  public List<String> headerless() {
    return headerless;
  }

  /**
   * How many fields more than the header names a row may end with: in GLUE's SNLI, a row of the
   * training file may have five labels where the header names one; files of STS-B end some rows
   * with two sources.
   */
  public Set<Integer> moreFields() {
    return switch (this) {
      case SNLI -> Set.of(0, 4);
      case STSB -> Set.of(0, 1, 2);
      default -> Set.of(0);
    };
  }

  /** The format that a file's ending tells of this corpus; null if it tells none. */
  public InputFormat told(String file) {
    String plain = InputFormat.withoutCompression(file);
    boolean hasTabs = plain.endsWith(".txt") || (this == STSB && plain.endsWith(".csv"));
    return hasTabs ? InputFormat.TSV : InputFormat.told(file);
  }
}
