package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.deploy.SparkSubmitArguments;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.internal.config.ConfigReader;
import scala.collection.JavaConverters;

/** The settings that Spark knows, which its classes register by key. */
final class SparkSettings {
  private static final List<String> OF_SPARK_CORE =
      List.of("package$", "UI$", "Deploy$", "Worker$", "History$", "Network$", "Kryo$", "Status$");

  private static final List<String> OF_THE_DISTRIBUTION =
      List.of(
          "org.apache.spark.deploy.yarn.config.package$", "org.apache.spark.deploy.k8s.Config$");

  /** Keys without an entry: an option, and prefixes of keys that Spark passes on. */
  private static final List<String> WITHOUT_ENTRY =
      List.of("spark.master", "spark.hadoop.", "spark.executorEnv.");

  private static Path learnt;

  private SparkSettings() {}

  /** Returns the settings that spark-submit takes from a command line and its settings file. */
  static Map<String, String> submitted(List<String> arguments) {
    SparkSubmitArguments parsed =
        new SparkSubmitArguments(
            JavaConverters.asScalaBuffer(arguments).toList(),
            scala.collection.immutable.Map$.MODULE$
                .<String, String>empty()
                .updated("HADOOP_CONF_DIR", "/etc/hadoop"));
    return new TreeMap<>(JavaConverters.mapAsJavaMap(parsed.sparkProperties()));
  }

  /** Makes the classes of a distribution register the settings of YARN and Kubernetes. */
  static synchronized void learn(Path distribution) throws Exception {
    if (distribution.equals(learnt)) {
      return;
    }
    // A key may be registered only once in a JVM.
    learnt = distribution;
    load(
        SparkSettings.class.getClassLoader(),
        OF_SPARK_CORE.stream().map("org.apache.spark.internal.config."::concat).toList());
    List<URL> urls = new ArrayList<>();
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(distribution.resolve("jars"), "spark-{yarn,kubernetes}_*.jar")) {
      for (Path jar : jars) {
        urls.add(jar.toUri().toURL());
      }
    }
    assertThat(urls).hasSize(2);
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), SparkSettings.class.getClassLoader())) {
      load(loader, OF_THE_DISTRIBUTION);
    }
  }

  private static void load(ClassLoader loader, List<String> classes) throws Exception {
    for (String name : classes) {
      Class.forName(name, true, loader);
    }
  }

  /** Fails if Spark does not know the setting, or cannot read its value. */
  static void requireKnown(String key, String value) {
    if (WITHOUT_ENTRY.stream().anyMatch(key::startsWith)) {
      return;
    }
    ConfigEntry<?> entry = ConfigEntry.findEntry(key);
    assertThat(entry).as("Spark has no setting " + key).isNotNull();
    entry.readFrom(new ConfigReader(Map.of(key, value)));
  }
}
