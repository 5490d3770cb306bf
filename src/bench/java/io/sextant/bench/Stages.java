package io.sextant.bench;

import io.sextant.bert.BertConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures how one task's time is divided: a separate process runs pairs of one length with
 * oneDNN's profiling on, and the times in the profile are summed by what the kernels do. The
 * remaining wall time is that of sextant's own code.
 */
final class Stages {
  private static final String PROFILE_LINE = "onednn_verbose";
  private static final int TOKENS = 64;

  private final Path model;
  private final KernelNames names;

  Stages(Path model, BertConfig config) {
    this.model = model;
    this.names = new KernelNames(config);
  }

  /** Milliseconds by stage, largest first; the last one is the time outside oneDNN. */
  record Result(int tokens, int pairs, Map<String, Double> milliseconds) implements Finding {

    @Override
    public void print(PrintStream out) {
      double total = milliseconds.values().stream().mapToDouble(Double::doubleValue).sum();
      out.printf("  milliseconds of one task, %d pairs of %d tokens, norms read%n", pairs, tokens);
      milliseconds.forEach(
          (stage, ms) -> out.printf("  %9.1f  %4.1f %%  %s%n", ms, 100 * ms / total, stage));
    }
  }

  Result run(String precision, int pairs) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ProfiledLap.class.getName(),
            model.toString(),
            precision,
            Integer.toString(TOKENS),
            Integer.toString(pairs));
    builder.environment().put("ONEDNN_VERBOSE", "profile_exec");
    builder.environment().put("OMP_NUM_THREADS", "1");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines = process.inputReader()) {
      Map<String, Double> stages = read(lines);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the profiled lap ended with " + process.exitValue());
      }
      return new Result(TOKENS, pairs, stages);
    }
  }

  private Map<String, Double> read(BufferedReader lines) throws IOException {
    Map<String, Double> totals = new HashMap<>();
    double rest = 0;
    boolean timed = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(ProfiledLap.START)) {
        timed = true;
      } else if (line.startsWith(ProfiledLap.WALL)) {
        rest += 1000 * Double.parseDouble(line.substring(ProfiledLap.WALL.length()));
      } else if (timed && line.startsWith(PROFILE_LINE)) {
        List<String> fields = List.of(line.split(","));
        double milliseconds = Double.parseDouble(fields.get(fields.size() - 1));
        totals.merge(names.of(fields), milliseconds, Double::sum);
        rest -= milliseconds;
      }
    }
    Map<String, Double> table = new LinkedHashMap<>();
    totals.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> table.put(entry.getKey(), entry.getValue()));
    table.put("Java: embedding, reading maps, metrics", rest);
    return table;
  }
}
