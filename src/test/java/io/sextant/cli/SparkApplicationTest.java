package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.Main;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;

/**
 * The image and the application for Kubernetes' Spark operator agree with the settings of {@code
 * jobs/kubernetes.sh} and with the command line.
 */
class SparkApplicationTest {
  private static final Path FOLDER = Path.of("conf/kubernetes");

  private Map<String, Object> spec;
  private final Properties submitted = new Properties();

  @BeforeEach
  void read() throws IOException {
    String text = Files.readString(FOLDER.resolve("spark-application.yaml"));
    spec = child(new Yaml().load(text), "spec");
    try (Reader settings = Files.newBufferedReader(Path.of("conf/spark-kubernetes.conf"))) {
      submitted.load(settings);
    }
  }

  @Test
  void itsSettingsAreThoseOfTheJob() {
    Map<String, String> settings = new TreeMap<>();
    child(spec, "sparkConf").forEach((key, value) -> settings.put(key, (String) value));
    assertThat(settings.remove("spark.jars.ivy")).isEqualTo("/tmp/ivy");
    for (String role : List.of("driver", "executor")) {
      Map<String, Object> pod = child(spec, role);
      for (String size : List.of("memory", "memoryOverhead")) {
        settings.put("spark." + role + "." + size, (String) pod.get(size));
      }
    }
    settings.put("spark.executor.cores", child(spec, "executor").get("cores").toString());
    assertThat(child(spec, "executor").get("env"))
        .isEqualTo(List.of(Map.of("name", "OMP_NUM_THREADS", "value", "1")));
    settings.put("spark.executorEnv.OMP_NUM_THREADS", "1");
    String allocation = "spark.dynamicAllocation.";
    Map<String, Object> pool = child(spec, "dynamicAllocation");
    settings.put(allocation + "enabled", pool.get("enabled").toString());
    settings.put(
        allocation + "shuffleTracking.enabled", pool.get("shuffleTrackingEnabled").toString());
    settings.put(allocation + "minExecutors", pool.get("minExecutors").toString());

    Map<String, String> expected = new TreeMap<>();
    submitted.stringPropertyNames().stream()
        .filter(key -> !key.startsWith("spark.kubernetes."))
        .forEach(key -> expected.put(key, submitted.getProperty(key)));
    assertThat(settings).isEqualTo(expected);
  }

  @Test
  void itRunsMainOfTheJarInTheImageOfTheSameSpark() throws IOException {
    String image = Files.readString(FOLDER.resolve("Containerfile"));
    String base = submitted.getProperty("spark.kubernetes.container.image");
    assertThat(image).contains("ARG SPARK_IMAGE=docker.io/" + base + "\n");
    assertThat(base).startsWith("apache/spark:" + spec.get("sparkVersion") + "-scala2.12-java17");
    String jar = spec.get("mainApplicationFile").toString().replaceFirst("^local://", "");
    assertThat(image).containsPattern("(?m)^COPY .*-all\\.jar " + Pattern.quote(jar) + "$");
    assertThat(spec).containsEntry("mainClass", Main.class.getName());
  }

  @Test
  @SuppressWarnings("unchecked")
  void itsArgumentsAreACommandLine() {
    List<String> arguments = (List<String>) spec.get("arguments");
    CommandLine.ParseResult parsed =
        new CommandLine(new SextantCommand()).parseArgs(arguments.toArray(String[]::new));
    assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("profile");
    assertThat(GivenSettings.of(parsed.subcommand()))
        .containsOnlyKeys("model", "input.paths", "output.path", "output.existing");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> child(Map<String, Object> parent, String key) {
    return (Map<String, Object>) parent.get(key);
  }
}
