package io.sextant.bench;

import io.sextant.Main;
import io.sextant.table.RunDirectory;
import io.sextant.testing.Europarl;
import io.sextant.text.SentencePair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * Measures what a whole run takes besides its chunk stage: each run is a process of its own, {@code
 * sextant profile} with all defaults, on the demo's pairs.
 */
final class WholeRuns {
  private static final int LARGE_LAYERS = 24;
  private static final int LARGE_HEADS = 16;

  /** The folder of BERT-Base as Maven's artifact holds it. */
  private final Path model;

  private final String isa;
  private final Path work;

  /**
   * Prepares the runs.
   *
   * @param isa the instruction set of the kernels; null for the processor's
   */
  WholeRuns(Path model, String isa, Path work) {
    this.model = model;
    this.isa = isa;
    this.work = work;
  }

  /**
   * The measurements of one run.
   *
   * @param stages wall seconds of each stage
   * @param wall wall seconds of all stages over those of the chunk stage
   * @param ofModel wall seconds of all stages over those of the calibration and the chunk stage,
   *     which together run every pair through the model once
   * @param processor processor seconds of the process, from its start to its end, over those of the
   *     chunk stage
   * @param firstLine seconds from the start of the process to its first line
   */
  record Run(
      String model,
      int pairs,
      Map<String, Double> stages,
      double wall,
      double ofModel,
      double processor,
      double firstLine) {}

  /** The measurements of all runs. */
  record Result(List<Run> runs) implements Finding {

    @Override
    public void print(PrintStream out) {
      for (Run run : runs) {
        out.printf(
            "  %s, %,d pairs: all stages %.2f x the chunk stage, %.2f x calibration and chunks, %.2f in processor time of the process; first line after %.1f s%n",
            run.model(), run.pairs(), run.wall(), run.ofModel(), run.processor(), run.firstLine());
        run.stages().forEach((stage, wall) -> out.printf("  %9.2f s  %s%n", wall, stage));
      }
    }
  }

  /**
   * Runs BERT-Base over the given numbers of pairs, and a larger encoder over some.
   *
   * @param largePairs the pairs of the larger encoder; 0 to leave it out
   */
  Result run(List<Integer> sizes, int largePairs) throws IOException, InterruptedException {
    List<Run> runs = new ArrayList<>();
    for (int pairs : sizes) {
      runs.add(run("BERT-Base", model, pairs));
    }
    if (largePairs == 0) {
      return new Result(runs);
    }
    Path folder = work.resolve("random-" + LARGE_LAYERS + "x" + LARGE_HEADS);
    if (!Files.exists(folder.resolve("model.safetensors"))) {
      RandomCheckpoint.write(
          folder, LARGE_LAYERS, LARGE_HEADS, model.resolve("assets").resolve("vocab.txt"));
    }
    runs.add(run(LARGE_LAYERS + " x " + LARGE_HEADS + " random heads", folder, largePairs));
    return new Result(runs);
  }

  private Run run(String name, Path checkpoint, int pairs)
      throws IOException, InterruptedException {
    Path output = work.resolve("whole");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("profile", "--model", checkpoint.toString(), "--id", "id"));
    command.addAll(List.of("--input", input(pairs).toString(), "--overwrite"));
    command.addAll(List.of("--output", output.toString()));
    if (isa != null) {
      command.addAll(List.of("--isa", isa));
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OMP_NUM_THREADS", "1");
    long start = System.nanoTime();
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    double firstLine = 0;
    double before = 0;
    double after = 0;
    double all = 0;
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        firstLine = firstLine == 0 ? (System.nanoTime() - start) / 1e9 : firstLine;
        all = seconds(process);
        before = line.startsWith("profile ") ? all : before;
        after = line.startsWith("merging ") ? all : after;
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the run ended with " + process.exitValue());
    }
    Map<String, Double> stages =
        RunDirectory.at(output.toString(), new Configuration()).manifest().stages();
    double sum = stages.values().stream().mapToDouble(Double::doubleValue).sum();
    return new Run(
        name,
        pairs,
        stages,
        sum / stages.get("chunks"),
        sum / (stages.get("calibration") + stages.get("chunks")),
        all / (after - before),
        firstLine);
  }

  private static double seconds(Process process) {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
  }

  /** Writes the first pairs of the demo, one of each excerpt. */
  private Path input(int pairs) throws IOException {
    Path file = work.resolve("demo-" + pairs + ".tsv");
    String group = null;
    int written = 0;
    try (Writer text = Files.newBufferedWriter(file)) {
      text.write("id\tsentence_a\tsentence_b\n");
      for (SentencePair pair : Europarl.pairs()) {
        if (written < pairs && !pair.group().equals(group)) {
          group = pair.group();
          text.write(pair.id() + "\t" + pair.sentenceA() + "\t" + pair.sentenceB() + "\n");
          written++;
        }
      }
    }
    return file;
  }
}
