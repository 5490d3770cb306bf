package io.sextant;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.testing.BuildFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/**
 * Checks the libraries in the jar, and those nested in them, against a list of known
 * vulnerabilities.
 */
class ShippedIT {
  /**
   * A vulnerability of a library; the reason for shipping it anyway is empty if it must not be
   * shipped.
   */
  private record Advisory(String library, String mendedIn, String fault, String reason) {
    boolean concerns(String version) {
      return mendedIn.equals("*") || Arrays.compare(numbers(version), numbers(mendedIn)) < 0;
    }
  }

  private static final Pattern IN_REPOSITORY =
      Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/[^/]+\\.jar");

  private static final Pattern NATIVE =
      Pattern.compile("org/(?:bytedeco|nd4j)/.*/([a-z]+-[a-z0-9_]+)/[^/]+\\.(?:so|dylib|dll)[^/]*");

  private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

  @Test
  void noLibraryIsShippedWithAKnownFaultWithoutAReason() throws IOException {
    Map<String, String> shipped = shipped();
    assertThat(shipped).hasSizeGreaterThan(40).containsKeys("com.google.protobuf:protobuf-java");
    List<String> faulty =
        advisories()
            .filter(advisory -> advisory.reason.isEmpty())
            .filter(advisory -> isFaulty(advisory, shipped))
            .map(advisory -> advisory.fault + " in " + advisory.library)
            .toList();
    assertThat(faulty).isEmpty();
  }

  @Test
  void everyReasonIsForALibraryThatIsShipped() throws IOException {
    Map<String, String> shipped = shipped();
    assertThat(advisories().filter(advisory -> !advisory.reason.isEmpty()))
        .isNotEmpty()
        .allMatch(advisory -> isFaulty(advisory, shipped));
  }

  @Test
  void theLibrariesThatRunTheModelAreShippedForOnePlatform() throws IOException {
    try (JarFile all = jar()) {
      assertThat(
              all.stream()
                  .map(entry -> NATIVE.matcher(entry.getName()))
                  .filter(Matcher::matches)
                  .map(name -> name.group(1))
                  .distinct())
          .hasSize(1);
    }
  }

  private static boolean isFaulty(Advisory advisory, Map<String, String> shipped) {
    String version = shipped.get(advisory.library);
    return version != null && advisory.concerns(version);
  }

  private static Stream<Advisory> advisories() throws IOException {
    Path list = Path.of("src/test/resources/io/sextant/advisories.tsv");
    return Files.readAllLines(list).stream()
        .filter(line -> !line.startsWith("#"))
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(cells -> new Advisory(cells[0], cells[1], cells[2], cells[3]));
  }

  /** Returns the version of every library, as resolved by Maven and as recorded in the jar. */
  private static Map<String, String> shipped() throws IOException {
    Map<String, String> versions = new TreeMap<>();
    for (String jar :
        Files.readString(BuildFolder.resolve("shipped.classpath")).strip().split(":")) {
      Matcher path = IN_REPOSITORY.matcher(jar);
      assertThat(path.matches()).as(jar).isTrue();
      add(versions, path.group(1).replace('/', '.') + ":" + path.group(2), path.group(3));
    }
    try (JarFile all = jar()) {
      for (ZipEntry entry : Collections.list(all.entries())) {
        if (POM.matcher(entry.getName()).matches()) {
          Properties pom = properties(all, entry);
          add(
              versions,
              pom.getProperty("groupId") + ":" + pom.getProperty("artifactId"),
              pom.getProperty("version"));
        }
      }
    }
    return versions;
  }

  private static JarFile jar() throws IOException {
    try (Stream<Path> built = Files.list(BuildFolder.resolve(""))) {
      return new JarFile(
          built
              .filter(file -> file.toString().endsWith("-all.jar"))
              .findFirst()
              .orElseThrow()
              .toFile());
    }
  }

  private static Properties properties(JarFile jar, ZipEntry entry) {
    Properties properties = new Properties();
    try (InputStream in = jar.getInputStream(entry)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /** Adds a library's version; of two versions the older one is kept. */
  private static void add(Map<String, String> versions, String library, String version) {
    versions.merge(library, version, (a, b) -> Arrays.compare(numbers(a), numbers(b)) < 0 ? a : b);
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.replaceFirst("[^0-9.].*", "").split("\\."))
        .filter(part -> !part.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
