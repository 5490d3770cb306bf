package io.sextant.job;

import io.sextant.testing.BuildFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the command lines of Java processes. */
final class Javas {
  /** Options for a JVM that runs for a minute beside others on few cores. */
  static final List<String> LIGHT = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private Javas() {}

  /** Returns Sextant's command line with the classes under test. */
  static List<String> sextant(String... arguments) {
    return sextant(List.of(), arguments);
  }

  /** Returns Sextant's command line in a JVM with options. */
  static List<String> sextant(List<String> options, String... arguments) {
    List<String> command = java("-Xmx1g", classPath());
    command.addAll(options);
    command.add("io.sextant.Main");
    command.addAll(List.of(arguments));
    return command;
  }

  /** Returns the command line of one of Spark's programs with the jars of a Spark home. */
  static List<String> spark(Path home, String heap, String program, List<String> arguments) {
    List<String> command = java(heap, home.resolve("jars") + File.separator + "*");
    command.addAll(LIGHT);
    command.add(program);
    command.addAll(arguments);
    return command;
  }

  /** Creates a folder of links to Maven's jars, which Spark accepts as a distribution. */
  static Path sparkHome(Path folder) {
    try {
      Path jars = Files.createDirectories(folder.resolve("jars"));
      String list = Files.readString(BuildFolder.resolve("spark.classpath")).strip();
      for (String jar : list.split(File.pathSeparator)) {
        Files.createSymbolicLink(jars.resolve(Path.of(jar).getFileName()), Path.of(jar));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the jar that is submitted. */
  static Path shadedJar() {
    try (Stream<Path> jars = Files.list(BuildFolder.resolve(""))) {
      return jars.filter(path -> path.getFileName().toString().endsWith("-all.jar"))
          .findFirst()
          .orElseThrow()
          .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> java(String heap, String classPath) {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.add(heap);
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(List.of("-Djava.awt.headless=true", "-cp", classPath));
    return command;
  }

  /** Returns the class path of the classes under test. */
  static String classPath() {
    String here =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    // The paths are absolute, because processes run in other folders.
    return Stream.of(here.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
