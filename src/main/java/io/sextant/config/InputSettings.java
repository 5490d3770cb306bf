package io.sextant.config;

import java.util.List;

/** Where the pairs are. The keys of {@code sextant.input} in {@code reference.conf}. */
public record InputSettings(
    List<String> paths,
    String format,
    String sentenceA,
    String sentenceB,
    String id,
    String group,
    String text,
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

  /** What text files cannot say of themselves. */
  public TextSettings textFiles() {
    return new TextSettings(encoding, separator, quote);
  }
}
