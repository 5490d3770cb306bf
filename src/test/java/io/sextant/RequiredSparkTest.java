package io.sextant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another Spark version is rejected with one sentence, before any of its classes is loaded. */
class RequiredSparkTest {
  @TempDir Path jars;

  @Test
  void theSparkThatSextantIsBuiltWithWillDo() throws IOException {
    assertThat(RequiredSpark.refusal(Main.class.getClassLoader())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({".0, .18", ".9, .20", ".2-amzn-1, .18"})
  void everyReleaseOfTheLineWillDo(String spark, String scala) throws IOException {
    assertThat(refusal(SparkLine.SPARK + spark, SparkLine.SCALA + scala)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5.1.4, 2.13.16", "5.1.4, 2.12.18", "3.4.1, 2.12.17"})
  void anotherOneIsNamedWithItsFolderAndWhatIsNeeded(String spark, String scala)
      throws IOException {
    assertThat(refusal(spark, scala)).hasValue(refusalOf(spark, scala));
  }

  @Test
  void theLineMustAgreeInFullAndSoMustScala() throws IOException {
    String longer = SparkLine.SPARK + "0.1";
    String scala = SparkLine.SCALA + ".18";
    assertThat(refusal(longer, scala)).hasValue(refusalOf(longer, scala));
    String spark = SparkLine.SPARK + ".1";
    assertThat(refusal(spark, "2.11.8")).hasValue(refusalOf(spark, "2.11.8"));
  }

  @Test
  void noSparkAtAllIsNamedToo() throws IOException {
    assertThat(RequiredSpark.refusal(new URLClassLoader(new URL[0], null)).orElseThrow())
        .startsWith("there is no Spark on the class path")
        .contains("Sextant needs " + needed());
  }

  @Test
  void theRefusalNeedsNoClassBesideOurs() throws Exception {
    lay("5.1.4", "2.13.16");
    String classes =
        Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xshare:auto",
                "-cp",
                jars + "/*" + File.pathSeparator + classes,
                "io.sextant.Main",
                "profile")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).startsWith("sextant: found Spark 5.1.4 for Scala 2.13.16").hasLineCount(1);
    assertThat(process.waitFor()).isEqualTo(2);
  }

  private Optional<String> refusal(String spark, String scala) throws IOException {
    lay(spark, scala);
    try (Stream<Path> files = Files.list(jars)) {
      URL[] urls = files.map(RequiredSparkTest::url).toArray(URL[]::new);
      try (URLClassLoader loader = new URLClassLoader(urls, null)) {
        return RequiredSpark.refusal(loader);
      }
    }
  }

  private String refusalOf(String spark, String scala) {
    return "found Spark %s for Scala %s in %s, but Sextant needs %s: set SPARK_HOME to such a distribution"
        .formatted(spark, scala, jars, needed());
  }

  private static String needed() {
    return "Spark " + SparkLine.SPARK + " for Scala " + SparkLine.SCALA;
  }

  /** Writes two jars that contain only the version files of Spark and Scala. */
  private void lay(String spark, String scala) throws IOException {
    jar("spark-common-utils.jar", "spark-version-info.properties", "user=x\nversion=" + spark);
    jar("scala-library.jar", "library.properties", "version.number=" + scala);
  }

  private void jar(String name, String entry, String text) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jars.resolve(name)))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
