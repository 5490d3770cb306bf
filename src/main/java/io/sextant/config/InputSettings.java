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

  public InputSettings {
    paths = List.copyOf(paths);
    Range.atLeast(1, "sentence-words", sentenceWords);
    Range.fraction("max-reject-rate", maxRejectRate);
  }

  /** Returns the settings of how text files are read. */
  public TextSettings textFiles() {
    return new TextSettings(encoding, separator, quote);
  }
}
