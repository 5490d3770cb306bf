package io.sextant.job.executor;

import io.sextant.bert.layout.ModelLayouts;
import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a checkpoint as they were when its fingerprint was taken: sizes, times and
 * identities. Weights are mapped from them while a run goes on, so a file that is written to
 * changes the model in use.
 */
final class ModelFilesStamp {
  /** As deep as any layout that is read, and one more. */
  private static final int DEPTH = 3;

  private final Path model;
  private final String fingerprint;
  private volatile Map<String, String> files;

  /**
   * A stamp, to be taken before the fingerprint.
   *
   * @param files of {@link #list}
   */
  ModelFilesStamp(Path model, String fingerprint, Map<String, String> files) {
    this.model = model;
    this.fingerprint = fingerprint;
    this.files = files;
  }

  /** Size, time and identity of every file of a checkpoint, by its name. */
  static Map<String, String> list(Path model) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(model, DEPTH)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
        files.put(
            path.toString(), is.size() + " " + is.lastModifiedTime().toMillis() + is.fileKey());
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at the model " + model, e);
    }
  }

  /**
   * Reads the checkpoint once more if any of its files looks another.
   *
   * @throws BadInputException if it is another model now
   */
  void requireUnchanged() {
    if (!now().equals(files)) {
      requireSameContent();
    }
  }

  /**
   * Reads the checkpoint once more.
   *
   * @throws BadInputException if it is another model now
   */
  void requireSameContent() {
    Map<String, String> found = now();
    String now;
    try {
      now = ModelLayouts.open(model).fingerprint();
    } catch (RuntimeException e) {
      throw changed("it cannot be read any more: " + e.getMessage(), e);
    }
    if (!now.equals(fingerprint)) {
      throw changed(
          String.format(Locale.ROOT, "its fingerprint was %.12s and is %.12s", fingerprint, now),
          null);
    }
    files = found;
  }

  private Map<String, String> now() {
    try {
      return list(model);
    } catch (UncheckedIOException e) {
      throw changed(e.getMessage(), e);
    }
  }

  private BadInputException changed(String how, Exception cause) {
    return new BadInputException(
        String.format(
            Locale.ROOT,
            "the model %s changed while it was in use, %s: put it back and --resume, or --overwrite the run",
            model,
            how),
        cause);
  }
}
