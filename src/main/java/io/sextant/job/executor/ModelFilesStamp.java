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
 * The sizes, times and file keys of a checkpoint's files when its fingerprint was computed. The
 * weights are mapped from these files during a run, so a write to a file would change the model in
 * use.
 */
final class ModelFilesStamp {
  /** The depth of the walk: one more than the deepest layout that is read. */
  private static final int DEPTH = 3;

  private final Path model;
  private final String fingerprint;
  private volatile Map<String, String> files;

  /**
   * Creates a stamp.
   *
   * @param files the result of {@link #list}, called before the fingerprint was computed
   */
  ModelFilesStamp(Path model, String fingerprint, Map<String, String> files) {
    this.model = model;
    this.fingerprint = fingerprint;
    this.files = files;
  }

  /** Returns the size, time and file key of every file of a checkpoint, by path. */
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
   * Reads the checkpoint once more if the size, time or key of a file has changed.
   *
   * @throws BadInputException if the folder holds another model now
   */
  void requireUnchanged() {
    if (!now().equals(files)) {
      requireSameContent();
    }
  }

  /**
   * Reads the checkpoint once more and compares its fingerprint.
   *
   * @throws BadInputException if the folder holds another model now
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
