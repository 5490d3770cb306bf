package io.sextant.job.input.file;

import io.sextant.fault.BadInputException;
import java.util.List;
import java.util.Locale;

/** Recognises by its first lines text that is not of the format that it was taken for. */
public final class ContentHint {
  private static final int LINES = 10;

  private ContentHint() {}

  /**
   * Refuses a JSON array.
   *
   * @throws BadInputException if the text begins an array
   */
  static void checkJsonLines(String file, String head) {
    if (head.stripLeading().startsWith("[")) {
      throw new BadInputException(
          file
              + " is not JSON lines: the first line is no JSON object; it looks like an array, which"
              + " jq -c '.[]' splits into lines");
    }
  }

  /**
   * Refuses a file that was taken for a document by its name and looks like a table or JSON lines.
   *
   * @throws BadInputException if it does; the message names the option that reads the file
   */
  public static void checkDocument(String file, String head) {
    List<String> lines = head.lines().filter(line -> !line.isBlank()).limit(LINES).toList();
    if (lines.size() > 1 && lines.stream().allMatch(line -> line.strip().startsWith("{\""))) {
      throw new BadInputException(
          file
              + " looks like JSON lines: --format jsonl reads it, --format documents takes it as it"
              + " is");
    }
    for (char separator : new char[] {'\t', ',', ';', '|'}) {
      long fields = count(lines.isEmpty() ? "" : lines.get(0), separator);
      boolean isEven =
          lines.size() > 1 && lines.stream().allMatch(line -> count(line, separator) == fields);
      if (fields > 0 && isEven && (separator == '\t' || namesSentences(lines.get(0), separator))) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "%s looks like a table (%s): --format %s%s reads it, --format documents takes it as it is",
                file,
                String.join(", ", lines.get(0).split(String.valueOf("[" + separator + "]"))),
                separator == '\t' ? "tsv" : "csv",
                separator == '\t' || separator == ',' ? "" : " --separator '" + separator + "'"));
      }
    }
  }

  /**
   * Returns the separator with which a header names columns of sentences; null if there is none.
   */
  public static Character separator(String header) {
    for (char separator : new char[] {'\t', ',', ';', '|'}) {
      if (namesSentences(header, separator)) {
        return separator;
      }
    }
    return null;
  }

  private static boolean namesSentences(String header, char separator) {
    List<String> names =
        List.of(header.replace("\"", "").split(String.valueOf("[" + separator + "]"))).stream()
            .map(String::strip)
            .toList();
    return names.size() > 1
        && (names.contains("sentence_a")
            || Preset.Columns.USUAL.stream().anyMatch(columns -> columns.in(names)));
  }

  private static long count(String line, char separator) {
    return line.chars().filter(c -> c == separator).count();
  }
}
