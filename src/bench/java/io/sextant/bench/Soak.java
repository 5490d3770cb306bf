package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.bert.BertModel;
import io.sextant.profile.state.Unit;
import io.sextant.text.EncodedPair;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Measures this process's resident memory while two tasks profile pairs of many lengths. */
final class Soak {
  private static final int POINTS = 20;
  private static final int TASKS = 2;
  private static final int BATCH = 32;
  private static final int POLL_MILLISECONDS = 50;

  private final BertModel bert;
  private final AttentionModel model;

  Soak(BertModel bert, AttentionModel model) {
    this.bert = bert;
    this.model = model;
  }

  /** The resident megabytes after a number of pairs. */
  record Point(long pairs, double megabytes) {}

  /**
   * The memory over the number of pairs.
   *
   * @param curve points at equal distances, starting at a twentieth of the pairs
   * @param greatest the largest of all values, which are read every 50 ms
   */
  record Result(int longest, List<Point> curve, Point greatest) implements Finding {

    @Override
    public void print(PrintStream out) {
      out.printf("  resident memory, two tasks, pairs of up to %d tokens%n", longest);
      print("first", curve.get(0), out);
      print("last", curve.get(curve.size() - 1), out);
      print("greatest", greatest, out);
    }

    private static void print(String which, Point point, PrintStream out) {
      out.printf("  %-8s %,8.0f MB after %,d pairs%n", which, point.megabytes(), point.pairs());
    }
  }

  Result run(List<PairSet> sets, long total) throws Exception {
    List<EncodedPair> pairs = interleaved(sets);
    AtomicLong done = new AtomicLong();
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(TASKS);
    List<Future<?>> tasks = new ArrayList<>();
    for (int k = 0; k < TASKS; k++) {
      int start = k * pairs.size() / TASKS;
      tasks.add(threads.submit(() -> repeat(pairs, start, done, stop)));
    }
    List<Point> curve = new ArrayList<>();
    Point greatest = new Point(0, 0);
    while (curve.size() < POINTS && tasks.stream().noneMatch(Future::isDone)) {
      Thread.sleep(POLL_MILLISECONDS);
      Point now = new Point(done.get(), residentMegabytes());
      greatest = now.megabytes() > greatest.megabytes() ? now : greatest;
      if (now.pairs() >= (curve.size() + 1) * total / POINTS) {
        curve.add(now);
      }
    }
    stop.set(true);
    threads.shutdown();
    for (Future<?> task : tasks) {
      task.get();
    }
    int longest = pairs.stream().mapToInt(EncodedPair::size).max().orElseThrow();
    return new Result(longest, curve, greatest);
  }

  /** Returns pairs of all sets alternately, so that the length changes from pair to pair. */
  private static List<EncodedPair> interleaved(List<PairSet> sets) {
    List<EncodedPair> pairs = new ArrayList<>();
    for (int k = 0; k < sets.get(0).pairs().size(); k++) {
      for (PairSet set : sets) {
        pairs.add(set.pairs().get(k % set.pairs().size()));
      }
    }
    return pairs;
  }

  private void repeat(List<EncodedPair> pairs, int start, AtomicLong done, AtomicBoolean stop) {
    try (WholeProfile profile = new WholeProfile(bert, model, new PairSet("soak", pairs))) {
      for (int next = start; !stop.get(); next += BATCH) {
        List<EncodedPair> batch = new ArrayList<>();
        for (int k = 0; k < BATCH; k++) {
          batch.add(pairs.get((next + k) % pairs.size()));
        }
        profile.run(new PairSet("soak", batch), List.of(Unit.values()));
        done.addAndGet(BATCH);
      }
    }
  }

  private static double residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
