package io.sextant.job;

import io.sextant.fault.BadInputException;
import io.sextant.fault.Suggestion;
import io.sextant.fault.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The file formats that pairs are read from. */
enum InputFormat {
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

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The format of that name, or for {@code auto} the one that the path's ending tells.
   *
   * @throws BadInputException if the ending tells none
   * @throws UsageException if there is no format of that name
   */
  static InputFormat of(String name, String path) {
    for (InputFormat format : values()) {
      if (name.equals(format.key()) || (name.equals("auto") && format.fits(path))) {
        return format;
      }
    }
    if (name.equals("auto")) {
      throw new BadInputException(
          "cannot tell the format of '" + path + "': name it with --format");
    }
    List<String> names = names();
    throw new UsageException(
        "unknown format '"
            + name
            + "': choose one of "
            + String.join(", ", names)
            + Suggestion.of(name, names));
  }

  private static List<String> names() {
    return Stream.concat(
            Stream.concat(Stream.of("auto"), Arrays.stream(values()).map(InputFormat::key)),
            Arrays.stream(Preset.values()).map(Preset::key))
        .toList();
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
