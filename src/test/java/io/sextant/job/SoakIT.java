package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.config.SettingsLoader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Executes runs one after another in one process for half an hour, or for the seconds in the system
 * property {@code soak.seconds}. Heap, native memory, open files and threads must not grow.
 */
@Tag("slow")
class SoakIT extends SparkTest {
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("soak.seconds", 30 * 60));

  /** The number of runs before the first measurement, which load classes and dictionaries. */
  private static final int WARM_UP = 3;

  private record Use(long heap, long resident, int files, int threads) {}

  @Test
  void nothingGrows() throws IOException {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(150));
    List<Use> uses = new ArrayList<>();
    Map<String, String> first = null;
    long end = System.nanoTime() + TIME.toNanos();
    try (SparkSession spark = session(TWO_CORES)) {
      while (uses.size() < WARM_UP + 4 || System.nanoTime() < end) {
        profile(spark, input);
        first = first == null ? tables("run") : first;
        assertThat(tables("run")).isEqualTo(first);
        uses.add(use());
        System.out.println(report(uses.size(), uses.get(uses.size() - 1)));
      }
    }
    int half = (uses.size() - WARM_UP) / 2;
    Use before = least(uses.subList(WARM_UP, WARM_UP + half));
    Use after = least(uses.subList(WARM_UP + half, uses.size()));
    assertThat(after.heap()).isLessThan(before.heap() + (32 << 20));
    assertThat(after.resident()).isLessThan(before.resident() + (128 << 20));
    assertThat(after.files()).isLessThanOrEqualTo(before.files() + 8);
    assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 8);
  }

  private void profile(SparkSession spark, Path input) {
    Map<String, Object> flags =
        Map.of(
            "model",
            model().toString(),
            "input.paths",
            List.of(input.toString()),
            "input.id",
            "id",
            "output.path",
            folder.resolve("run").toString(),
            "output.existing",
            "overwrite",
            "grades.min-pairs",
            20,
            "grades.min-queries",
            20);
    PrintStream out =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    new ProfileJob(spark, SettingsLoader.load(null, flags), out).run();
  }

  /** Returns the resources of this process after a garbage collection. */
  private static Use use() throws IOException {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long resident =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("RssAnon:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
            .findFirst()
            .orElseThrow();
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"));
        Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
      return new Use(
          runtime.totalMemory() - runtime.freeMemory(),
          resident,
          (int) files.count(),
          (int) threads.count());
    }
  }

  private static Use least(List<Use> uses) {
    return new Use(
        uses.stream().mapToLong(Use::heap).min().orElseThrow(),
        uses.stream().mapToLong(Use::resident).min().orElseThrow(),
        uses.stream().mapToInt(Use::files).min().orElseThrow(),
        uses.stream().mapToInt(Use::threads).min().orElseThrow());
  }

  private static String report(int run, Use use) {
    return String.format(
        Locale.ROOT,
        "run %d: heap %d MB, native and heap resident %d MB, %d files, %d threads",
        run,
        use.heap() >> 20,
        use.resident() >> 20,
        use.files(),
        use.threads());
  }
}
