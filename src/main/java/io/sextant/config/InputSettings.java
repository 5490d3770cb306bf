package io.sextant.config;

import java.util.List;

/** The settings of the input: the keys of {@code sextant.input} in {@code reference.conf}. */
public record InputSettings(
    List<String> paths,
    String format,
    String sentenceA,
    String sentenceB,
    String id,
    String group,
    String text,
    boolean singles,
    String encoding,
    String separator,
    String quote,
    int sentenceWords,
    String pipeline,
    double maxRejectRate) {

  /**
   * The beginning of an input that is a table of Spark's catalog, such as {@code table:db.pairs}.
   */
  public static final String TABLE = "table:";

  /** The beginning of an input that is a Dataset of the calling program; the rest is its name. */
  public static final String DATASET = "dataset:";

  public InputSettings {
    paths = List.copyOf(paths);
    Range.atLeast(1, "sentence-words", sentenceWords);
    Range.fraction("max-reject-rate", maxRejectRate);
  }

  /** Returns whether the input is a table of Spark's catalog. */
  public boolean namesTable() {
    return paths.stream().anyMatch(path -> path.startsWith(TABLE));
  }

  /** Returns whether the input is a Dataset of the calling program. */
  public boolean namesDataset() {
    return paths.stream().anyMatch(path -> path.startsWith(DATASET));
  }

  /** Returns the settings of how text files are read. */
  public TextSettings textFiles() {
    return new TextSettings(encoding, separator, quote);
  }
}
