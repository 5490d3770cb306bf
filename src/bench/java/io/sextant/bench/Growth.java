package io.sextant.bench;

import io.sextant.text.SentencePair;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Runs {@link LocalJob} over more and more pairs, which are the same ones repeated under new ids.
 */
final class Growth {
  private final Path modelPath;
  private final String precision;
  private final Path work;

  Growth(Path modelPath, String precision, Path work) {
    this.modelPath = modelPath;
    this.precision = precision;
    this.work = work;
  }

  /**
   * The measurements for one size.
   *
   * @param pairsPerSecond pairs per second of the chunk stage
   * @param stages wall seconds of each stage
   */
  record Point(int pairs, double pairsPerSecond, Map<String, Double> stages) {}

  /** The measurements for all sizes. */
  record Result(List<Point> points) implements Finding {

    @Override
    public void print(PrintStream out) {
      out.println("  profile on local[2]");
      for (Point point : points) {
        double wall = point.stages().values().stream().mapToDouble(Double::doubleValue).sum();
        out.printf(
            "  %,9d pairs  %8.2f pairs/s of the chunk stage  %9.1f s in all stages%n",
            point.pairs(), point.pairsPerSecond(), wall);
      }
    }
  }

  /**
   * Runs the largest size first: it warms up the JVM for the others and is too long to need a
   * warm-up itself.
   */
  Result run(List<SentencePair> pairs, List<Integer> sizes) throws IOException {
    List<Point> points = new ArrayList<>();
    try (LocalJob job = new LocalJob(modelPath, precision, work)) {
      for (int size : sizes.stream().sorted(Comparator.reverseOrder()).toList()) {
        Map<String, Double> stages = run(job, pairs, size);
        points.add(new Point(size, size / stages.get("chunks"), stages));
      }
    }
    return new Result(points);
  }

  private static Map<String, Double> run(LocalJob job, List<SentencePair> pairs, int size)
      throws IOException {
    return job.run(job.write(IntStream.range(0, size).mapToObj(k -> pairs.get(k % pairs.size()))));
  }
}
