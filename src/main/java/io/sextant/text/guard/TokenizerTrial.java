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
 * Tries a {@code tokenizer.json} in a process of its own before this process uses it, because the
 * native library ends the process when it finds something unexpected. The trial loads the file and
 * tokenizes some sentences, within limits of time and memory.
 */
public final class TokenizerTrial {
  private static final int SECONDS = 120;
  private static final long MOST_KILOBYTES = 4L << 20;
  private static final int LONGEST_ANSWER = 1 << 16;

  /** The tokenizers that passed the trial: the model's fingerprint and the tokenizer's hash. */
  private static final Set<String> PASSED = ConcurrentHashMap.newKeySet();

  private TokenizerTrial() {}

  /**
   * Tries the tokenizer of a model with a {@code tokenizer.json}, unless it has passed in this
   * process before.
   *
   * @throws BadInputException if the trial fails
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
              + " ends the process in which it is tried: it is damaged or hostile"
              + panic(answer).map(text -> " (" + text + ")").orElse(""));
    }
    PASSED.add(key);
  }

  /** Returns the output of the process. */
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
   * Starts a process that writes no files, not even when it crashes, because this process might not
   * be able to delete them.
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

  /** Returns the jar or folder of this class, followed by the class path of this process. */
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
            // The process ended before it read everything; its output says why.
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

  /** Returns the resident memory of a process; 0 if the system does not provide it. */
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
