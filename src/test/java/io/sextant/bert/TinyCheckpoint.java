package io.sextant.bert;

import java.nio.file.Path;

/** A checkpoint of a few kilobytes with random weights and a small English vocabulary. */
public final class TinyCheckpoint {
  /** The length of the longest input in tokens. */
  public static final int POSITIONS = 40;

  /** The words of the vocabulary, besides single letters and their continuations. */
  public static final String WORDS =
      "the a cat cats dog dogs sat sits on mat was not tired and it slept all day . , ! ?";

  private TinyCheckpoint() {}

  /** Writes the checkpoint in Google's layout and returns the directory. */
  public static Path write(Path directory) {
    return TinyBert.write(model().withMaskedLm().checkpoint(), directory);
  }

  /** Writes the checkpoint without a masked-LM head. */
  public static Path writeEncoder(Path directory) {
    return TinyBert.write(model().checkpoint(), directory);
  }

  /** Writes the checkpoint in Hugging Face's layout, with a masked-LM head and a classifier. */
  public static Path writeBothHeads(Path directory) {
    return TinyBert.write(
        new TinyHuggingFace(model().withMaskedLm()).withTaskHead("no", "yes").files(), directory);
  }

  /** Writes the checkpoint with a masked-LM head that differs in one number. */
  public static Path writeOtherHead(Path directory) {
    TinyBert other = model().withMaskedLm();
    other.tensors.computeIfPresent(
        "cls/predictions/output_bias", (name, bias) -> bias.with(0, .5f));
    return TinyBert.write(other.checkpoint(), directory);
  }

  /** Writes a checkpoint with weights of the order of 1e20, whose products overflow float32. */
  public static Path writeHuge(Path directory) {
    TinyBert huge = model();
    huge.tensors.replaceAll(
        (name, value) -> {
          if (!name.endsWith("query/kernel") && !name.endsWith("key/kernel")) {
            return value;
          }
          float[] values = value.values().clone();
          for (int i = 0; i < values.length; i++) {
            values[i] = values[i] < 0 ? -1e20f : 1e20f;
          }
          return new Value(value.type(), value.shape(), values, false);
        });
    return TinyBert.write(huge.checkpoint(), directory);
  }

  private static TinyBert model() {
    StringBuilder vocabulary = new StringBuilder("[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n");
    for (String word : WORDS.split(" ")) {
      if (word.length() > 1 || !Character.isLetter(word.charAt(0))) {
        vocabulary.append(word).append('\n');
      }
    }
    for (char letter = 'a'; letter <= 'z'; letter++) {
      vocabulary.append(letter).append("\n##").append(letter).append('\n');
    }
    return new TinyBert("bert/", vocabulary.toString(), POSITIONS);
  }
}
