package io.sextant.job.input;

import io.sextant.config.InputSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.input.delimited.Dialect;
import io.sextant.job.input.file.ContentHint;
import io.sextant.job.input.file.Encoding;
import io.sextant.job.input.file.FileKind;
import io.sextant.job.input.file.FileListing;
import io.sextant.job.input.file.InputFile;
import io.sextant.job.input.file.InputFiles;
import io.sextant.job.input.file.InputFormat;
import io.sextant.job.input.file.Preset;
import io.sextant.job.input.file.StrictText;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;

/**
 * The files of the input and their format. There are none if Spark finds and reads the rows. The
 * format is the one that the user names, or else the one that the files' extensions indicate. Other
 * files in the same folders are ignored.
 *
 * @param preset the preset of a published corpus; null for none
 * @param encoding the encoding of text files without a byte-order mark; null for UTF-8
 * @param passedOver the names of the files in the folders that were ignored
 */
public record InputSource(
    Preset preset,
    InputFormat format,
    List<InputFile> files,
    Charset encoding,
    List<String> passedOver) {
  /** Beginnings of the names of files that describe a data set. */
  private static final List<String> ABOUT =
      List.of(
          "readme",
          "license",
          "licence",
          "notice",
          "citation",
          "changelog",
          "dataset_info.",
          "dataset_infos.",
          "dataset_dict.",
          "state.json");

  /**
   * Finds the files of the settings' paths. This needs no Spark session.
   *
   * @throws UsageException if the format is unknown, or an option does not apply to it
   * @throws BadInputException if a path names no file, the format cannot be determined, or the
   *     files have several formats
   */
  public static InputSource of(InputSettings settings, Configuration hadoop) {
    if (InputRequest.namesRows(settings)) {
      return ofSpark(settings);
    }
    Preset preset = Preset.named(settings.format()).orElse(null);
    InputFormat named = preset == null ? InputFormat.named(settings.format()) : null;
    if (named == InputFormat.SPARK) {
      return ofSpark(settings);
    }
    if (named != null) {
      InputOptions.check(settings, named);
    }
    List<InputFile> listed = FileListing.of(settings.paths(), hadoop);
    Function<String, InputFormat> told = preset == null ? InputFormat::told : preset::told;
    InputFormat format = named == null ? told(listed, told, preset) : named;
    InputOptions.check(settings, format);
    Charset encoding = Dialect.encoding(settings.textFiles());
    List<InputFile> files = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    boolean isAny = listed.stream().anyMatch(file -> isOf(file, format, told, named));
    for (InputFile file : listed) {
      boolean isData = !format.isTable() || !isAbout(file);
      if (file.isNamed() || (isData && (!isAny || isOf(file, format, told, named)))) {
        files.add(file);
      } else {
        passedOver.add(file.name());
      }
    }
    if (files.isEmpty()) {
      throw new BadInputException(
          "there is no data in " + settings.paths() + ", only " + passedOver);
    }
    files.forEach(file -> InputFiles.checkCompression(file.address(), hadoop));
    if (named == null && format == InputFormat.DOCUMENTS) {
      files.forEach(file -> checkDocument(file, encoding, hadoop));
    }
    return new InputSource(preset, format, List.copyOf(files), encoding, List.copyOf(passedOver));
  }

  /** Returns the source of rows that Spark finds and reads itself. */
  private static InputSource ofSpark(InputSettings settings) {
    InputOptions.check(settings, InputFormat.SPARK);
    return new InputSource(null, InputFormat.SPARK, List.of(), null, List.of());
  }

  /** Returns a line for the user about the files that were ignored; null if there are none. */
  public String note() {
    if (passedOver.isEmpty()) {
      return null;
    }
    int shown = Math.min(passedOver.size(), 5);
    return String.format(
        Locale.ROOT,
        "ignored, as not %s: %s%s",
        format.key(),
        String.join(", ", passedOver.subList(0, shown)),
        shown < passedOver.size()
            ? String.format(Locale.ROOT, " and %,d more", passedOver.size() - shown)
            : "");
  }

  /** Refuses a file that was taken for a document by its extension .txt but holds a table. */
  private static void checkDocument(InputFile file, Charset given, Configuration hadoop) {
    byte[] head = InputFiles.head(file.address(), hadoop);
    FileKind.check(file.address(), head, InputFormat.DOCUMENTS);
    Charset charset = Encoding.of(file.address(), head, given);
    ContentHint.checkDocument(
        file.address(), StrictText.decode(head, head.length, charset).replace("\ufeff", ""));
  }

  /** Returns the addresses of the files. */
  public List<String> addresses() {
    return files.stream().map(InputFile::address).toList();
  }

  private static boolean isOf(
      InputFile file, InputFormat format, Function<String, InputFormat> told, InputFormat named) {
    boolean fits = named == null ? told.apply(file.name()) == format : format.fits(file.name());
    return fits && !(format.isTable() && isAbout(file));
  }

  private static InputFormat told(
      List<InputFile> files, Function<String, InputFormat> told, Preset preset) {
    Map<InputFormat, String> formats = new EnumMap<>(InputFormat.class);
    for (InputFile file : files) {
      InputFormat format = told.apply(file.name());
      if (format == null && file.isNamed()) {
        throw new BadInputException(
            "cannot tell the format of '" + file.address() + "': name it with --format");
      }
      if (format != null && (file.isNamed() || !isAbout(file))) {
        formats.putIfAbsent(format, file.name());
      }
    }
    if (formats.isEmpty()) {
      throw new BadInputException(
          "cannot tell the format of '" + files.get(0).address() + "': name it with --format");
    }
    if (formats.size() > 1) {
      List<String> found = new ArrayList<>();
      formats.forEach((format, file) -> found.add(format.key() + " (" + file + ")"));
      throw new BadInputException(
          "the input has files of several formats, "
              + String.join(", ", found)
              + ": name those of one"
              + (preset == null ? ", or the format with --format" : ""));
    }
    return formats.keySet().iterator().next();
  }

  private static boolean isAbout(InputFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return !file.isNamed() && ABOUT.stream().anyMatch(name::startsWith);
  }
}
