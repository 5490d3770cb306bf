package io.sextant.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where one task's milliseconds go: a process of its own runs a set with oneDNN's profile on, and
 * its lines are added up by kernel and shape. What is left of the wall time is ours.
 */
final class Stages {
  /** Name of the line in which {@link ProfiledLap} says how long it took. */
  static final String WALL = "lap seconds ";

  private static final String PROFILE_LINE = "onednn_verbose";

  /** Milliseconds by stage, greatest first; the last one is what is not oneDNN's. */
  Map<String, Double> run(Path model, String set, int pairs, Path snli) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ProfiledLap.class.getName(),
            model.toString(),
            set,
            Integer.toString(pairs),
            snli == null ? "" : snli.toString());
    builder.environment().put("ONEDNN_VERBOSE", "profile_exec");
    builder.environment().put("OMP_NUM_THREADS", "1");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Map<String, Double> totals = new HashMap<>();
    double wall = 0;
    boolean timed = false;
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(ProfiledLap.START)) {
          timed = true;
        } else if (line.startsWith(WALL)) {
          wall = 1000 * Double.parseDouble(line.substring(WALL.length()));
        } else if (timed && line.startsWith(PROFILE_LINE)) {
          List<String> fields = List.of(line.split(","));
          totals.merge(stage(fields), Double.valueOf(fields.get(fields.size() - 1)), Double::sum);
        }
      }
    }
    double inside = totals.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> table = new LinkedHashMap<>();
    totals.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> table.put(entry.getKey(), entry.getValue()));
    table.put("Java: embedding, reading maps, metrics", wall - inside);
    return table;
  }

  /** Kernel and shape; products within pairs of any length are one stage. */
  private static String stage(List<String> fields) {
    int exec = fields.indexOf("exec");
    String kernel = fields.get(exec + 2);
    String shape = fields.get(fields.size() - 2);
    if (kernel.equals("matmul") && shape.chars().filter(c -> c == 'x').count() > 3) {
      String[] sides = shape.split(":");
      boolean scores = sides[0].endsWith("x64");
      return scores ? "matmul: scores of all heads" : "matmul: contexts of all heads";
    }
    return kernel.equals("softmax") ? kernel : kernel + " " + shape;
  }
}
