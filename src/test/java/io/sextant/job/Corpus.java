package io.sextant.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sentence pairs of the tiny checkpoint's words. */
public final class Corpus {
  private static final String[] WORDS =
      "the a cat cats dog dogs sat sits on mat was not tired and it slept all day xyz".split(" ");

  private Corpus() {}

  /** Returns lines of id, sentence_a and sentence_b, separated by tabs and without a header. */
  static List<String> lines(int pairs) {
    Random random = new Random(3);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      lines.add("id-" + i + "\t" + sentence(random) + "\t" + sentence(random));
    }
    return lines;
  }

  /** Writes lines below a header for {@link #lines} and returns the file. */
  static Path tsv(Path file, List<String> lines) {
    return write(file, "id\tsentence_a\tsentence_b\n" + String.join("\n", lines) + "\n");
  }

  public static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sentence(Random random) {
    StringBuilder sentence = new StringBuilder();
    for (int word = 3 + random.nextInt(6); word > 0; word--) {
      sentence.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return sentence.append(random.nextInt(4) == 0 ? "!" : ".").toString();
  }
}
