package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.bert.BertConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Resident memory of this process while two tasks run pair after pair. */
final class Soak {
  private static final int POINTS = 20;

  private final AttentionModel model;
  private final BertConfig config;

  Soak(AttentionModel model, BertConfig config) {
    this.model = model;
    this.config = config;
  }

  /** Megabytes resident after so many pairs. */
  record Point(long pairs, double megabytes) {}

  List<Point> run(PairSet set, long pairs) throws Exception {
    AtomicLong done = new AtomicLong();
    AtomicBoolean stop = new AtomicBoolean();
    List<Thread> tasks = new ArrayList<>();
    for (int k = 0; k < 2; k++) {
      Thread task = new Thread(() -> repeat(set, done, stop));
      tasks.add(task);
      task.start();
    }
    List<Point> curve = new ArrayList<>();
    for (int point = 0; point <= POINTS; point++) {
      while (done.get() < point * pairs / POINTS) {
        Thread.sleep(50);
      }
      curve.add(new Point(done.get(), residentMegabytes()));
    }
    stop.set(true);
    for (Thread task : tasks) {
      task.join();
    }
    return curve;
  }

  private void repeat(PairSet set, AtomicLong done, AtomicBoolean stop) {
    PairSet part = set.first(32);
    try (Engine engine = new SextantEngine(model, config)) {
      while (!stop.get()) {
        engine.run(part);
        done.addAndGet(part.pairs().size());
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
