package io.sextant.bench;

import io.sextant.job.TrainedPipeline;
import io.sextant.syntax.Conllu;
import io.sextant.syntax.Token;
import io.sextant.table.RunManifest;
import io.sextant.testing.CountedFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures what reading, cutting and annotating add to a job: the documents of a treebank are cut
 * into pairs and annotated by a saved pipeline, with a tagger and a lemmatizer that are trained on
 * the same treebank.
 */
final class StagingCost {
  private final Path modelPath;
  private final String precision;
  private final Path work;

  StagingCost(Path modelPath, String precision, Path work) {
    this.modelPath = modelPath;
    this.precision = precision;
    this.work = work;
  }

  /**
   * The measurements.
   *
   * @param job wall seconds of all stages
   * @param ratio of these to the wall seconds of the stages that begin with staged rows, as they
   *     would be if the pairs were annotated and staged already
   * @param bytes read from the input over its size
   */
  record Result(long pairs, Median job, Median ratio, Median bytes) implements Finding {

    @Override
    public void print(PrintStream out) {
      out.printf(
          "  %,d pairs of documents, annotated by a saved pipeline: %.1f s%n", pairs, job.middle());
      out.printf(
          "  over the same pairs already annotated: %.2f (%.2f to %.2f)%n",
          ratio.middle(), ratio.least(), ratio.greatest());
      out.printf("  bytes read over bytes of the input: %.3f%n", bytes.middle());
    }
  }

  Result run(Path treebank, int rounds) throws IOException {
    List<String> blocks = List.of(Files.readString(treebank).strip().split("\n\n"));
    Path documents = write(blocks);
    long size = 0;
    try (var files = Files.list(documents)) {
      for (Path file : files.toList()) {
        size += Files.size(file);
      }
    }
    List<Double> walls = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    List<Double> bytes = new ArrayList<>();
    long pairs = 0;
    try (LocalJob job = new LocalJob(modelPath, precision, work)) {
      CountedFiles.register(job.spark().sparkContext().hadoopConfiguration());
      Path pipeline = pipeline(job, treebank, blocks);
      Map<String, Object> input =
          Map.of(
              "input.paths",
              List.of(CountedFiles.address(documents)),
              "input.format",
              "documents",
              "input.pipeline",
              pipeline.toString(),
              "input.max-reject-rate",
              1);
      job.profile(input);
      for (int round = 0; round < rounds; round++) {
        long before = CountedFiles.bytesRead();
        RunManifest run = job.profile(input);
        bytes.add((CountedFiles.bytesRead() - before) / (double) size);
        double wall = run.stages().values().stream().mapToDouble(seconds -> seconds).sum();
        double staged = wall - run.stages().get("census") - run.stages().get("staging");
        walls.add(wall);
        ratios.add(wall / staged);
        pairs = run.counts().profiled();
      }
    }
    return new Result(pairs, Median.of(walls), Median.of(ratios), Median.of(bytes));
  }

  /** Writes each document of the treebank to a file. */
  private Path write(List<String> blocks) throws IOException {
    Path folder = Files.createDirectories(work.resolve("documents"));
    List<List<String>> documents = new ArrayList<>();
    for (String block : blocks) {
      if (documents.isEmpty() || block.startsWith("# newdoc")) {
        documents.add(new ArrayList<>());
      }
      documents.get(documents.size() - 1).add(Conllu.text(block));
    }
    for (int i = 0; i < documents.size(); i++) {
      Files.writeString(folder.resolve(i + ".txt"), String.join("\n", documents.get(i)) + "\n");
    }
    return folder;
  }

  private Path pipeline(LocalJob job, Path treebank, List<String> blocks) throws IOException {
    Path dictionary = work.resolve("lemmas.txt");
    Files.writeString(
        dictionary,
        blocks.stream()
            .flatMap(block -> Conllu.parse(block, Conllu.text(block)).tokens().stream())
            .filter(token -> token.lemma() != null)
            .map(StagingCost::line)
            .distinct()
            .collect(Collectors.joining()));
    Path pipeline = work.resolve("pipeline");
    TrainedPipeline.save(
        job.spark(),
        pipeline,
        TrainedPipeline.tagger(job.spark(), treebank),
        TrainedPipeline.lemmatizer(dictionary));
    return pipeline;
  }

  private static String line(Token token) {
    return token.lemma() + "->" + token.form() + "\n";
  }
}
