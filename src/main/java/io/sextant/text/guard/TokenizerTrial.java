package io.sextant.text.guard;

import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Builds a {@code tokenizer.json} and cuts some sentences with it in a process of its own, which
 * may take so much time and memory and may die, before this process does the same. The native
 * library ends the process where it finds what it did not expect.
 */
public final class TokenizerTrial {
  private static final int SECONDS = 120;
  private static final long MOST_KILOBYTES = 4L << 20;
  private static final int LONGEST_ANSWER = 1 << 16;

  /** What has passed in this process: fingerprints of models, with the hash of the tokenizer. */
  private static final Set<String> PASSED = ConcurrentHashMap.newKeySet();

  private TokenizerTrial() {}

  /**
   * Tries the tokenizer of a model that has come with a {@code tokenizer.json}, once in a process.
   *
   * @throws BadInputException if the trial ends with anything but success
   */
  public static void require(BertModel model) {
    String json = model.vocabulary().tokenizerJson();
    if (json == null) {
      return;
    }
    String key = model.fingerprint() + ' ' + json.length() + ' ' + json.hashCode();
    if (PASSED.contains(key)) {
      return;
    }
    String where = "tokenizer.json of model " + model.name();
    TokenizerBounds.of(json, where);
    String answer = run(json, where);
    if (answer.contains(TrialMain.REFUSED)) {
      String why = answer.substring(answer.indexOf(TrialMain.REFUSED)).lines().findFirst().get();
      throw new BadInputException(
          where + " cannot be read: " + why.substring(TrialMain.REFUSED.length()));
    }
    if (!answer.contains(TrialMain.WORKS)) {
      throw new BadInputException(
          where
              + " ends the process that is given it to try: it is damaged or hostile"
              + panic(answer).map(text -> " (" + text + ")").orElse(""));
    }
    PASSED.add(key);
  }

  /** What the process said before it ended. */
  static String run(String json, String where) {
    Process process = null;
    try {
      process = start();
      CompletableFuture<String> answer = read(process.getInputStream());
      write(process.getOutputStream(), json);
      await(process, where);
      return answer.join();
    } catch (IOException e) {
      throw new UncheckedIOException("trying " + where + " in a process of its own", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while trying " + where, e);
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }

  /**
   * Starts a process that writes no files, not even when it dies: nobody may be left to delete
   * them.
   */
  private static Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:+ErrorFileToStderr", "-XX:-CreateCoredumpOnCrash"));
    command.add("-Dai.djl.offline=true");
    for (String key : List.of("java.io.tmpdir", "user.home", "DJL_CACHE_DIR", "ENGINE_CACHE_DIR")) {
      if (System.getProperty(key) != null) {
        command.add("-D" + key + "=" + System.getProperty(key));
      }
    }
    command.add(TrialMain.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("CLASSPATH", classPath());
    builder
        .environment()
        .keySet()
        .removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
    return builder.start();
  }

  /** The jar of this class, or its folder, before what the process itself was started with. */
  private static String classPath() {
    URL own = TrialMain.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(own.toString()))
        + File.pathSeparator
        + System.getProperty("java.class.path");
  }

  private static CompletableFuture<String> read(InputStream from) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (from) {
            byte[] answer = from.readNBytes(LONGEST_ANSWER);
            from.transferTo(OutputStream.nullOutputStream());
            return new String(answer, StandardCharsets.UTF_8);
          } catch (IOException e) {
            return "";
          }
        });
  }

  private static void write(OutputStream to, String json) {
    CompletableFuture.runAsync(
        () -> {
          try (to) {
            to.write(json.getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            // The process has ended before it read all; its answer tells why.
          }
        });
  }

  private static void await(Process process, String where) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() > deadline) {
        throw new BadInputException(
            where + " cannot be tried in " + SECONDS + " seconds: it is damaged or hostile");
      }
      if (residentKilobytes(process.pid()) > MOST_KILOBYTES) {
        throw new BadInputException(
            where + " takes more than 4 GiB of memory when it is tried: it is damaged or hostile");
      }
    }
  }

  /** Memory of a process, where Linux tells; else 0. */
  private static long residentKilobytes(long pid) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static Optional<String> panic(String answer) {
    return answer.lines().filter(line -> line.contains("panicked")).findFirst();
  }
}
