package io.sextant.fault;

import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains errors of the JVM and its environment: memory, native libraries, jars, mapped files,
 * disks and host names. Each explanation says what to change.
 */
public final class MachineFault {
  /** A part of the JVM's message, in all its versions, when a page of a mapped file is missing. */
  private static final String MAPPED = "unsafe memory access";

  /**
   * A message about a library. The JVM and the system's linker each put the path, a colon and a
   * space before it.
   */
  private static final Pattern LIBRARY =
      Pattern.compile("^(?:(/[^:]*)/([^/:]+\\.so[^/:]*): )+(.*)$");

  private MachineFault() {}

  /** Explains an error; returns empty if neither it nor a cause is a known fault of the machine. */
  public static Optional<String> of(Throwable error) {
    List<Throwable> causes = Causes.of(error);
    for (int i = causes.size() - 1; i >= 0; i--) {
      String line = line(causes.get(i));
      if (line != null) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns whether a file was truncated while it was mapped into memory. The JVM may report this
   * some instructions after the access.
   */
  public static boolean isCutFile(Throwable error) {
    return Causes.of(error).stream()
        .anyMatch(t -> t instanceof InternalError && message(t).contains(MAPPED));
  }

  private static String line(Throwable error) {
    String message = message(error);
    if (error instanceof OutOfMemoryError) {
      return "out of memory ("
          + message
          + "): give Java more, by SEXTANT_JAVA_OPTS=-Xmx8g or spark-submit's --driver-memory";
    }
    if (error instanceof StackOverflowError) {
      return "out of stack: something in the model's files or the input is nested too deeply";
    }
    if (isCutFile(error)) {
      return "a file of the model was truncated while it was read: get the model again, and do"
          + " not change its files while a command runs";
    }
    if (error instanceof UnsatisfiedLinkError) {
      return library(message);
    }
    if (error instanceof NoClassDefFoundError || error instanceof ClassNotFoundException) {
      return missingClass(message);
    }
    if (error instanceof LinkageError && !(error instanceof ExceptionInInitializerError)) {
      return "a jar on the class path has another version than Sextant was built with: " + message;
    }
    if (error instanceof UnknownHostException) {
      return "the host name '"
          + message.replaceFirst(":.*", "")
          + "' has no address: add it to /etc/hosts, or set SPARK_LOCAL_IP to this machine's"
          + " address";
    }
    return isFileSystemError(error)
        ? "cannot write: " + (error.getCause() == null ? message : message(error.getCause()))
        : null;
  }

  /** Returns whether Hadoop's local file system threw its own {@link Error}, as on a full disk. */
  private static boolean isFileSystemError(Throwable error) {
    return error.getClass().getName().equals("org.apache.hadoop.fs.FSError");
  }

  private static String library(String message) {
    Matcher loaded = LIBRARY.matcher(message);
    if (!loaded.matches()) {
      return "a native library cannot be loaded: " + message;
    }
    return "the native library "
        + loaded.group(2)
        + " cannot be loaded from "
        + loaded.group(1)
        + " ("
        + loaded.group(3)
        + "): where that folder is mounted noexec, name another by DJL_CACHE_DIR and by"
        + " SEXTANT_JAVA_OPTS='-Djava.io.tmpdir=DIR -Dorg.bytedeco.javacpp.cachedir=DIR'";
  }

  private static String missingClass(String message) {
    List<String> unreadable =
        Arrays.stream(System.getProperty("java.class.path", "").split(":"))
            .filter(entry -> !entry.isEmpty() && !entry.endsWith("*"))
            .filter(entry -> !Files.isReadable(Path.of(entry)))
            .toList();
    return "class "
        + message.replaceFirst("^Could not initialize class ", "").replace('/', '.')
        + (unreadable.isEmpty()
            ? " cannot be loaded: a jar is missing on the class path"
            : " cannot be loaded: the jar " + unreadable.get(0) + " cannot be read");
  }

  private static String message(Throwable error) {
    return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
  }
}
