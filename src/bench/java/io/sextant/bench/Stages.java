package io.sextant.bench;

import io.sextant.attention.Backend;
import io.sextant.bert.BertConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures how one task's time is divided, by length: a separate process runs pairs of one length
 * with oneDNN's profiling on, and the times in the profile are summed by what the kernels do. The
 * remaining wall time of a lap is that of sextant's own code: what a lap of the attention alone has
 * is the attention's, the rest of a whole profile's is that of the statistics.
 */
final class Stages {
  static final String ATTENTION = "Java: embedding, copies, entropies";
  static final String STATISTICS = "Java: all statistics between tokens";
  private static final String PROFILE_LINE = "onednn_verbose";

  private final Path model;
  private final KernelNames names;

  Stages(Path model, BertConfig config) {
    this.model = model;
    this.names = new KernelNames(config);
  }

  /** Milliseconds of a pair by stage and length. */
  record Result(Map<String, Map<Integer, Double>> milliseconds) implements Finding {

    @Override
    public void print(PrintStream out) {
      Map<Integer, Double> totals = new TreeMap<>();
      for (Map<Integer, Double> byLength : milliseconds.values()) {
        byLength.forEach((length, ms) -> totals.merge(length, ms, Double::sum));
      }
      out.println("  milliseconds of one task a pair, and percent of its time, by tokens");
      out.print("  " + " ".repeat(36));
      totals.forEach((length, total) -> out.printf("  %16d", length));
      out.println();
      milliseconds.forEach(
          (stage, byLength) -> {
            out.printf("  %-36s", stage);
            totals.forEach(
                (length, total) -> {
                  double ms = byLength.getOrDefault(length, 0.);
                  out.printf("  %8.2f  %4.1f %%", ms, 100 * ms / total);
                });
            out.println();
          });
    }
  }

  /** Runs pairs of each of the lengths. */
  Result run(String precision, List<Integer> lengths, int pairs)
      throws IOException, InterruptedException {
    Map<String, Map<Integer, Double>> stages = new LinkedHashMap<>();
    for (int length : lengths) {
      // A lap needs few long pairs, and PairSet may give fewer pairs than it is asked for.
      int count = Math.min(pairs, Math.max(2, 2048 / length));
      run(precision, length, count)
          .forEach(
              (stage, ms) ->
                  stages.computeIfAbsent(stage, absent -> new TreeMap<>()).put(length, ms / count));
    }
    for (String own : List.of(ATTENTION, STATISTICS)) {
      stages.put(own, stages.remove(own));
    }
    return new Result(stages);
  }

  private Map<String, Double> run(String precision, int tokens, int pairs)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ProfiledLap.class.getName());
    command.addAll(List.of(model.toString(), precision));
    command.addAll(List.of(Integer.toString(tokens), Integer.toString(pairs)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("ONEDNN_VERBOSE", "profile_exec");
    builder.environment().put("ONEDNN_MAX_CPU_ISA", Backend.of("onednn").isa());
    builder.environment().put("OMP_NUM_THREADS", "1");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines = process.inputReader()) {
      Map<String, Double> stages = read(lines);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the profiled laps ended with " + process.exitValue());
      }
      return stages;
    }
  }

  /** Returns the milliseconds of the kernels of the whole profile, and of the two rests. */
  private Map<String, Double> read(BufferedReader lines) throws IOException {
    List<Double> rests = new ArrayList<>();
    Map<String, Double> kernels = new LinkedHashMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(ProfiledLap.START)) {
        kernels.clear();
      } else if (line.startsWith(ProfiledLap.WALL)) {
        double wall = 1000 * Double.parseDouble(line.substring(ProfiledLap.WALL.length()));
        rests.add(wall - kernels.values().stream().mapToDouble(Double::doubleValue).sum());
      } else if (line.startsWith(PROFILE_LINE) && line.contains(",exec,")) {
        List<String> fields = List.of(line.split(","));
        double milliseconds = Double.parseDouble(fields.get(fields.size() - 1));
        kernels.merge(names.of(fields), milliseconds, Double::sum);
      }
    }
    Map<String, Double> table = new LinkedHashMap<>();
    kernels.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(entry -> table.put(entry.getKey(), entry.getValue()));
    table.put(ATTENTION, rests.get(0));
    table.put(STATISTICS, rests.get(1) - rests.get(0));
    return table;
  }
}
