package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.testing.SparkDistribution;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Submits Sextant by its coordinates to a real Spark distribution. {@code --packages} takes the jar
 * and its POM from a Maven repository in a folder, and what the POM asks for from Maven's own local
 * repository; nothing else is looked at.
 */
@Timeout(900)
class PackagesIT extends SparkTest {
  private static final String GROUP = "io.sextant";
  private static final String ARTIFACT = "sextant-spark-3.5_2.12";

  @TempDir static Path machine;

  private static String version;
  private static Path ivySettings;

  @BeforeAll
  static void publish() throws IOException {
    assumeTrue(SparkDistribution.home().isPresent(), SparkDistribution.MISSING);
    version = Javas.shadedJar().getFileName().toString().replaceAll("^sextant-|-all\\.jar$", "");
    Path published =
        Files.createDirectories(
            machine
                .resolve("published/" + GROUP.replace('.', '/'))
                .resolve(ARTIFACT)
                .resolve(version));
    String name = ARTIFACT + "-" + version;
    Files.copy(Path.of("target/sextant-" + version + ".jar"), published.resolve(name + ".jar"));
    Files.copy(Path.of("target/published.pom"), published.resolve(name + ".pom"));
    ivySettings =
        Files.writeString(
            machine.resolve("ivysettings.xml"),
            """
            <ivysettings>
              <settings defaultResolver="both"/>
              <resolvers>
                <chain name="both" returnFirst="true">
                  <ibiblio name="published" m2compatible="true" usepoms="true" root="%s"/>
                  <ibiblio name="maven" m2compatible="true" usepoms="true" root="%s"/>
                </chain>
              </resolvers>
            </ivysettings>
            """
                .formatted(machine.resolve("published").toUri(), localRepository().toUri()));
  }

  @Test
  void thePackageBringsWhatTheJarHoldsAndMakesTheSameTables() throws IOException {
    Path corpus = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    run("local[1]", corpus, "home", Map.of("input.id", "id"));
    try (Child child =
        submit(
            "profile",
            "--model",
            model().toString(),
            "--input",
            corpus.toString(),
            "--id",
            "id",
            "--output",
            folder.resolve("by-coordinates").toString(),
            "--set",
            "grades.min-pairs=20",
            "--set",
            "grades.min-queries=20")) {
      assertThat(child.exit()).as(child.said()).isZero();
    }
    assertThat(tables("by-coordinates")).isEqualTo(tables("home"));
    // What the distribution has too is of the same version; the distribution's own is used.
    Set<String> sparks = names(SparkDistribution.home().orElseThrow().resolve("jars"));
    assertThat(without(sparks, brought())).isEqualTo(without(sparks, bundled()));
  }

  private Child submit(String... ours) {
    List<String> command = new ArrayList<>();
    command.add(SparkDistribution.home().orElseThrow().resolve("bin/spark-submit").toString());
    command.addAll(List.of("--packages", GROUP + ":" + ARTIFACT + ":" + version));
    command.addAll(List.of("--conf", "spark.jars.ivySettings=" + ivySettings));
    command.addAll(List.of("--conf", "spark.jars.ivy=" + machine.resolve("ivy")));
    command.addAll(List.of("--master", "local[2]", "--driver-memory", "1g"));
    command.addAll(List.of("--conf", "spark.ui.enabled=false"));
    command.addAll(List.of("--class", "io.sextant.Main", "spark-internal"));
    command.addAll(List.of(ours));
    Map<String, String> environment =
        Map.of(
            "SPARK_HOME", SparkDistribution.home().orElseThrow().toString(),
            "SPARK_SUBMIT_OPTS", String.join(" ", Javas.LIGHT));
    return Child.start(machine.resolve("submitted.out"), environment, command);
  }

  /** Returns the names of the jars that Ivy brought beside Sextant's, without their groups. */
  private static Set<String> brought() throws IOException {
    return names(machine.resolve("ivy/jars")).stream()
        .map(name -> name.replaceFirst("^[^_]+_", ""))
        .filter(name -> !name.startsWith(ARTIFACT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> without(Set<String> some, Set<String> all) {
    return all.stream()
        .filter(name -> !some.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  /** Returns the names of the jars that are put into the shaded one. */
  private static Set<String> bundled() throws IOException {
    // ND4J's presets ask Maven for a jar of the platform that is empty.
    return libraries()
        .map(jar -> jar.getFileName().toString())
        .filter(name -> !name.matches("nd4j-native-preset-.*-(linux|macosx)-.*"))
        .collect(Collectors.toSet());
  }

  private static Stream<Path> libraries() throws IOException {
    String list = Files.readString(Path.of("target/shipped.classpath")).strip();
    return Stream.of(list.split(File.pathSeparator)).map(Path::of);
  }

  /** Returns Maven's local repository, which holds the libraries of the shaded jar. */
  private static Path localRepository() throws IOException {
    Path picocli =
        libraries().filter(jar -> jar.toString().contains("picocli")).findFirst().orElseThrow();
    // info/picocli/picocli/VERSION/picocli-VERSION.jar
    return picocli.resolve("../../../../..").normalize();
  }
}
