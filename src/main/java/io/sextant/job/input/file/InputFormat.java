package io.sextant.job.input.file;

import io.sextant.fault.Suggestion;
import io.sextant.fault.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The file formats that pairs are read from. */
public enum InputFormat {
  PARQUET(List.of(".parquet"), List.of("sentence-a", "sentence-b", "id", "group", "text")),
  /**
   * Comma-separated with a header; fields may be quoted, and quotes in them are doubled (RFC 4180).
   */
  CSV(
      List.of(".csv"),
      List.of("sentence-a", "sentence-b", "id", "group", "text", "encoding", "separator", "quote")),
  /** Tab-separated with a header and without quoting, as GLUE and SNLI are published. */
  TSV(
      List.of(".tsv"),
      List.of("sentence-a", "sentence-b", "id", "group", "text", "encoding", "separator", "quote")),
  /** One JSON object a line. */
  JSONL(
      List.of(".jsonl", ".json", ".ndjson"),
      List.of("sentence-a", "sentence-b", "id", "group", "text", "encoding")),
  /** Treebanks of Universal Dependencies: single sentences with their annotation. */
  CONLLU(List.of(".conllu", ".conll"), List.of("id", "group", "encoding")),
  /** One document a file, plain text. */
  DOCUMENTS(List.of(".txt"), List.of("encoding")),
  /** One document a line, plain text. */
  DOCUMENT_LINES(List.of(".txt"), List.of("encoding")),
  /** One JSON object a line: a text and the mentions of entities in it. */
  MENTIONS(List.of(".jsonl", ".json", ".ndjson"), List.of("id", "group", "encoding")),
  /** GAP's tab-separated files: a text, a pronoun and two names (Webster et al. 2018). */
  GAP(List.of(".tsv"), List.of("group", "encoding")),
  /**
   * Rows that Spark reads: a Dataset, a table of its catalog, or files of another format of its.
   */
  SPARK(List.of(), List.of("sentence-a", "sentence-b", "id", "group", "text"));

  private static final List<String> COMPRESSIONS =
      List.of(".gz", ".bz2", ".zst", ".snappy", ".lz4", ".deflate");

  private final List<String> endings;
  private final List<String> options;

  InputFormat(List<String> endings, List<String> options) {
    this.endings = endings;
    this.options = options;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the format of a name; null for {@code auto}. A name that is not ours may be that of a
   * format of Spark's data sources.
   *
   * @throws UsageException if there is no format of that name
   */
  public static InputFormat named(String name) {
    for (InputFormat format : values()) {
      if (format != SPARK && name.equals(format.key())) {
        return format;
      }
    }
    if (name.equals("auto")) {
      return null;
    }
    if (SparkFormats.has(name)) {
      return SPARK;
    }
    FormatPackage.of(name).ifPresent(lacking -> refuse(name, lacking));
    List<String> names = names();
    throw new UsageException(
        "unknown format '"
            + name
            + "': choose one of "
            + String.join(", ", names)
            + ", or a format of Spark's whose package is on the class path, such as orc"
            + Suggestion.of(name, names));
  }

  private static void refuse(String name, FormatPackage lacking) {
    throw new UsageException(
        "the format '"
            + name
            + "' needs a package that is not on the class path: give "
            + lacking.options()
            + " to spark-submit or jobs/local.sh");
  }

  /** Returns the format that a file's extension indicates; null if it indicates none. */
  public static InputFormat told(String file) {
    return Arrays.stream(values()).filter(format -> format.fits(file)).findFirst().orElse(null);
  }

  /** Returns whether a file's extension is one of this format's. */
  public boolean fits(String file) {
    String plain = withoutCompression(file);
    return endings.stream().anyMatch(plain::endsWith);
  }

  /** Returns whether an option, named by its key under {@code input}, applies to this format. */
  public boolean takes(String option) {
    return options.contains(option);
  }

  /** Returns whether files of this format may give pairs of sentences. */
  public boolean hasPairs() {
    return this != CONLLU && this != MENTIONS && this != GAP;
  }

  /** Returns whether files of this format are tables with named columns. */
  public boolean isTable() {
    return this != CONLLU && this != DOCUMENTS && this != DOCUMENT_LINES;
  }

  /** Returns the name in lower case, without the extension of a compression. */
  static String withoutCompression(String file) {
    String plain = file.toLowerCase(Locale.ROOT);
    for (String compression : COMPRESSIONS) {
      if (plain.endsWith(compression)) {
        plain = plain.substring(0, plain.length() - compression.length());
      }
    }
    return plain;
  }

  private static List<String> names() {
    return Stream.concat(
            Stream.concat(
                Stream.of("auto"),
                Arrays.stream(values()).filter(format -> format != SPARK).map(InputFormat::key)),
            Arrays.stream(Preset.values()).map(Preset::key))
        .toList();
  }
}
