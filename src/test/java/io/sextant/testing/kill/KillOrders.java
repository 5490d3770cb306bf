package io.sextant.testing.kill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Orders to processes that a test starts: at which of their operations on files below a place they
 * die (-9).
 */
public final class KillOrders {
  private static final String JAR = "agent.jar";

  private final Path folder;
  private final String place;

  /**
   * No orders.
   *
   * @param folder where they are kept; is made
   * @param place a path that operations are counted below
   */
  public KillOrders(Path folder, String place) {
    this.folder = folder;
    this.place = place;
    try {
      Files.createDirectories(folder);
      writeJar(folder.resolve(JAR));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One more process is to die, right before one of its operations; the first is 1. */
  public KillOrders dieBefore(long operation) {
    return order(String.valueOf(operation));
  }

  /** One more process is to die, right before its first operation of a name. */
  public KillOrders dieBeforeFirst(String name) {
    return order(name + "-1");
  }

  private KillOrders order(String name) {
    try {
      Files.createFile(folder.resolve(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The option of a JVM that obeys. */
  public String option() {
    return "-javaagent:" + folder.resolve(JAR) + "=" + place + "," + folder;
  }

  /** Orders that nobody has obeyed. */
  public List<String> left() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("(\\w+-)?\\d+"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many operations a process did that ended by itself. */
  public long counted() {
    try {
      return Long.parseLong(Files.readString(folder.resolve(KillAgent.COUNT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A jar that names the agent, and puts into the bootstrap class path what the JDK is to call. */
  private static void writeJar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes entries = manifest.getMainAttributes();
    entries.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    entries.putValue("Premain-Class", KillAgent.class.getName());
    entries.putValue("Boot-Class-Path", JAR);
    entries.putValue("Can-Retransform-Classes", "true");
    String name = FileOperations.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream operations = KillOrders.class.getClassLoader().getResourceAsStream(name)) {
      out.putNextEntry(new JarEntry(name));
      operations.transferTo(out);
    }
  }
}
