package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures encoders of other designs than BERT's, of the sizes of the published base models, beside
 * Hugging Face's eager attention. What a design costs shows in the ratio of the two, beside that of
 * BERT. Both have the same random weights.
 */
final class EncoderRates implements Finding {
  /** The types that can be measured. */
  static final List<String> TYPES = List.of("bert", "mpnet", "modernbert", "deberta-v2");

  /** The ratio of the two engines' medians. */
  public record Rate(Median sextant, Median huggingFace, double ratio) {}

  /** The rates by {@code model_type}, then by set. */
  public final Map<String, Map<String, Rate>> rates = new LinkedHashMap<>();

  private final Path python;
  private final Path work;
  private final int rounds;

  EncoderRates(Path python, Path work, int rounds) {
    this.python = python;
    this.work = work;
    this.rounds = rounds;
  }

  /**
   * Measures encoders in a precision.
   *
   * @param bert a BERT, whose vocabulary all types have
   * @param types some of {@link #TYPES}
   * @param lengths the lengths of the pairs, in tokens
   * @param pairs the pairs of each length
   */
  EncoderRates run(
      BertModel bert, String precision, List<String> types, List<Integer> lengths, int pairs)
      throws IOException, InterruptedException {
    Files.createDirectories(work);
    Path vocabulary = Files.write(work.resolve("vocab.txt"), bert.vocabulary().tokens());
    for (String type : types) {
      Path folder = checkpoint(type, vocabulary);
      BertModel model = ModelLayouts.open(folder);
      List<PairSet> sets =
          lengths.stream().map(length -> PairSet.ofLength(model, length, pairs)).toList();
      System.out.println(type);
      try (AttentionModel opened = Backend.of("onednn").open(model, Precision.of(precision));
          PythonPeers peers = new PythonPeers(python, folder, sets, folder);
          Engine sextant = new SextantEngine(opened, model.config())) {
        List<Engine> engines = List.of(sextant, peers.engine("torch-f32"));
        rates.put(type, rates(new Throughput(engines, rounds, System.out).run(sets), engines));
      }
    }
    return this;
  }

  private Path checkpoint(String type, Path vocabulary) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(work.resolve(type));
    List<String> command = new ArrayList<>(List.of(python.toString()));
    command.addAll(List.of("src/bench/python/random_encoder.py", type));
    command.addAll(List.of(vocabulary.toString(), folder.toString()));
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("made.log").toFile())
            .start()
            .waitFor();
    if (status != 0) {
      throw new IllegalStateException("see " + folder.resolve("made.log"));
    }
    return folder;
  }

  private static Map<String, Rate> rates(
      Map<String, Map<String, Median>> found, List<Engine> engines) {
    Map<String, Rate> rates = new LinkedHashMap<>();
    found.forEach(
        (set, medians) -> {
          Median ours = medians.get(engines.get(0).name());
          Median theirs = medians.get(engines.get(1).name());
          rates.put(set, new Rate(ours, theirs, ours.middle() / theirs.middle()));
        });
    return rates;
  }

  @Override
  public void print(PrintStream out) {
    rates.forEach(
        (type, bySet) ->
            bySet.forEach(
                (set, rate) ->
                    out.printf(
                        Locale.ROOT,
                        "  %-12s %-6s %8.2f and %8.2f pairs/s of processor time, ratio %.2f%n",
                        type,
                        set,
                        rate.sextant().middle(),
                        rate.huggingFace().middle(),
                        rate.ratio())));
  }
}
