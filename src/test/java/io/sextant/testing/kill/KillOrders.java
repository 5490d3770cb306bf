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
 * Kill orders for processes that a test starts: the file operations below a path right before which
 * they are killed (-9).
 */
public final class KillOrders {
  private static final String JAR = "agent.jar";

  private final Path folder;
  private final String place;

  /**
   * Creates an empty set of orders.
   *
   * @param folder the folder for the orders; it is created
   * @param place the path below which operations are counted
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

  /** Orders that one more process be killed right before one of its operations; the first is 1. */
  public KillOrders dieBefore(long operation) {
    return order(String.valueOf(operation));
  }

  /**
   * Orders that one more process be killed right before its first operation with the given name.
   */
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

  /** Returns the JVM option that makes a process obey the orders. */
  public String option() {
    return "-javaagent:" + folder.resolve(JAR) + "=" + place + "," + folder;
  }

  /** Returns the orders that no process has obeyed. */
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

  /** Returns the number of operations of a process that ended normally. */
  public long counted() {
    try {
      return Long.parseLong(Files.readString(folder.resolve(KillAgent.COUNT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a jar that names the agent and adds the classes that the JDK calls to the bootstrap
   * class path.
   */
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
