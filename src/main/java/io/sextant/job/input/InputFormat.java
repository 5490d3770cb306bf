package io.sextant.job.input;

import io.sextant.fault.BadInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The file formats that pairs are read from. */
public enum InputFormat {
  PARQUET(List.of(".parquet")),
  /** Comma-separated with a header; fields may be quoted, quotes in them doubled (RFC 4180). */
  CSV(List.of(".csv")),
  /** Tab-separated with a header, no quoting, as GLUE and SNLI are published. */
  TSV(List.of(".tsv")),
  /** One JSON object a line. */
  JSONL(List.of(".jsonl", ".json", ".ndjson")),
  /** Treebanks of Universal Dependencies: single sentences with their annotation. */
  CONLLU(List.of(".conllu", ".conll")),
  /** One document a file, plain text. */
  DOCUMENTS(List.of(".txt")),
  /** One document a line, plain text. */
  DOCUMENT_LINES(List.of()),
  /** One JSON object a line: a text and the mentions of entities in it. */
  MENTIONS(List.of()),
  /** GAP's tab-separated files: a text, a pronoun and two names (Webster et al. 2018). */
  GAP(List.of());

  private static final List<String> COMPRESSIONS =
      List.of(".gz", ".bz2", ".zst", ".snappy", ".lz4", ".deflate");

  private final List<String> endings;

  InputFormat(List<String> endings) {
    this.endings = endings;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The format of that name, or for {@code auto} the one that the path's ending tells.
   *
   * @throws BadInputException if there is none
   */
  public static InputFormat of(String name, String path) {
    for (InputFormat format : values()) {
      if (name.equals(format.key()) || (name.equals("auto") && format.fits(path))) {
        return format;
      }
    }
    throw new BadInputException(
        name.equals("auto")
            ? "cannot tell the format of '" + path + "': name it with --format"
            : "unknown format '" + name + "': choose one of " + names());
  }

  private static String names() {
    return Stream.concat(
            Stream.concat(Stream.of("auto"), Arrays.stream(values()).map(InputFormat::key)),
            Arrays.stream(Preset.values()).map(Preset::key))
        .collect(Collectors.joining(", "));
  }

  private boolean fits(String path) {
    String plain = path.toLowerCase(Locale.ROOT);
    for (String compression : COMPRESSIONS) {
      if (plain.endsWith(compression)) {
        plain = plain.substring(0, plain.length() - compression.length());
      }
    }
    return endings.stream().anyMatch(plain::endsWith);
  }
}
