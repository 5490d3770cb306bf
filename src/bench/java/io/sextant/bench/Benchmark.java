package io.sextant.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sextant.attention.AttentionModel;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.testing.Europarl;
import io.sextant.testing.RealModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mvn -P bench}: prints tables, and writes {@code bench.json} and a throughput chart. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class Benchmark implements Callable<Integer> {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  @Option(names = "--model", description = "The checkpoint; BERT-Base, uncased.")
  Path model;

  @Option(names = "--snli", description = "SNLI pairs, TSV: premise, hypothesis first.")
  Path snli;

  @Option(names = "--treebank", description = "A treebank with documents, CoNLL-U.")
  Path treebank;

  @Option(names = "--python", description = "A Python with src/bench/python/requirements.txt.")
  Path python;

  @Option(names = "--sections", split = ",", description = "What to measure: ${DEFAULT-VALUE}.")
  List<Section> sections =
      List.of(
          Section.THROUGHPUT,
          Section.SCALING,
          Section.STAGES,
          Section.GEMM,
          Section.COST,
          Section.JOB);

  @Option(names = "--isa", description = "The instruction set of oneDNN, e.g. avx2; the best.")
  String isa;

  @Option(names = "--precisions", split = ",", description = "Of the fast backend.")
  List<String> precisions = List.of("f32");

  @Option(names = "--sets", split = ",", description = "Sets of throughput and cost; all of them.")
  List<String> sets = List.of();

  @Option(names = "--pairs", description = "Pairs a set: ${DEFAULT-VALUE}.")
  int pairs = 64;

  @Option(names = "--rounds", description = "Laps of each engine: ${DEFAULT-VALUE}.")
  int rounds = 5;

  @Option(names = "--encoders", split = ",", description = "Types of encoders; all of them.")
  List<String> encoders = EncoderRates.TYPES;

  @Option(names = "--lengths", split = ",", description = "Tokens of the encoders' pairs.")
  List<Integer> lengths = List.of(32, 64, 128, 512);

  @Option(names = "--accuracy-pairs", description = "Pairs held to float64: ${DEFAULT-VALUE}.")
  int accuracyPairs = 65;

  @Option(names = "--interval-pairs", description = "Pairs recorded: ${DEFAULT-VALUE}.")
  int intervalPairs = 2500;

  @Option(names = "--job-pairs", description = "Pairs of the job: ${DEFAULT-VALUE}.")
  int jobPairs = 1024;

  @Option(names = "--whole-sizes", split = ",", description = "Pairs of the whole runs.")
  List<Integer> wholeSizes = List.of(400, 1000);

  @Option(names = "--large-pairs", description = "Pairs of the run of 24 x 16 heads; 0: none.")
  int largePairs = 300;

  @Option(names = "--growth-sizes", split = ",", description = "Pairs of the jobs that grow.")
  List<Integer> growthSizes = List.of(1_000, 10_000, 100_000);

  @Option(names = "--soak-pairs", description = "Pairs of the soak: ${DEFAULT-VALUE}.")
  long soakPairs = 20_000;

  @Option(names = "--output", description = "Folder of the results.")
  Path output = Path.of("target", "bench");

  /** A part of the benchmark. */
  enum Section {
    THROUGHPUT,
    SCALING,
    STAGES,
    GEMM,
    COST,
    TASK,
    JOB,
    WHOLE,
    MERGE,
    STAGING,
    ENCODERS,
    EFFECTS,
    GROWTH,
    SOAK,
    ACCURACY,
    INTERVALS
  }

  private final PrintStream out = System.out;
  private final Map<String, Object> results = new LinkedHashMap<>();
  private Accuracy accuracy;

  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Benchmark());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path path = model == null ? RealModel.path() : model;
    BertModel bert = ModelLayouts.open(path);
    if (isa != null) {
      Backend.of("onednn").useIsa(isa);
    }
    Files.createDirectories(output);
    String machine = Machine.describe() + ", oneDNN with " + Backend.of("onednn").isa();
    results.put("machine", machine);
    out.println(machine);
    if (sections.contains(Section.THROUGHPUT)) {
      throughput(
          bert,
          PairSet.all(bert, snli, pairs).stream()
              .filter(set -> sets.isEmpty() || sets.contains(set.name()))
              .toList());
      writeResults();
    }
    if (sections.contains(Section.ACCURACY)) {
      accuracy = new Accuracy(bert, PairSet.mixed(bert, snli, accuracyPairs));
    }
    for (String precision : precisions) {
      try (AttentionModel fast = Backend.of("onednn").open(bert, Precision.of(precision))) {
        for (Section section : sections) {
          if (section != Section.THROUGHPUT) {
            keep(section, fast.precision(), measure(section, path, bert, fast));
          }
        }
      }
    }
    out.println("\n" + output.resolve("bench.json"));
    return 0;
  }

  private void throughput(BertModel bert, List<PairSet> timed) throws Exception {
    List<Engine> engines = new ArrayList<>();
    List<AutoCloseable> owned = new ArrayList<>();
    for (String precision : precisions) {
      AttentionModel fast = Backend.of("onednn").open(bert, Precision.of(precision));
      engines.add(new SextantEngine(fast, bert.config()));
      engines.add(new ProfileEngine(bert, fast, timed.get(0)));
      owned.add(fast);
    }
    if (python != null) {
      PythonPeers peers =
          new PythonPeers(
              python, HuggingFaceFolder.write(bert, output.resolve("hugging-face")), timed, output);
      owned.add(peers);
      results.put("peers", peers.versions());
      engines.add(peers.engine("torch-f32"));
      if (Machine.hasBfloat16() && !Machine.keepsToAvx2()) {
        engines.add(peers.engine("torch-bf16"));
      }
      engines.add(peers.engine("onnxruntime-f32"));
    } else {
      out.println("without --python, libtorch in this process stands in for the Python peers");
      engines.add(new LibtorchPeer(bert));
    }
    Map<String, Map<String, Median>> found = new Throughput(engines, rounds, out).run(timed);
    results.put("pairs_per_processor_second", found);
    ThroughputChart.write(found, output.resolve("throughput"));
    for (Engine engine : engines) {
      engine.close();
    }
    for (AutoCloseable closeable : owned) {
      closeable.close();
    }
  }

  private Finding measure(Section section, Path path, BertModel bert, AttentionModel fast)
      throws Exception {
    BertConfig config = bert.config();
    return switch (section) {
      case SCALING ->
          new Scaling(() -> new SextantEngine(fast, config), rounds)
              .run(PairSet.mixed(bert, snli, pairs));
      case STAGES -> new Stages(path, config).run(fast.precision(), PairSet.LENGTHS, pairs);
      case GEMM -> new GemmShare(fast, config, rounds).run(PairSet.ofLength(bert, 64, pairs));
      case COST -> new ScoringCost(bert, fast, rounds).run(costSets(bert));
      case TASK -> new TaskHeadCost(bert, fast, rounds).run(costSets(bert));
      case JOB ->
          new JobCost(path, fast, config, output).run(PairSet.mixed(bert, snli, jobPairs), rounds);
      case WHOLE -> new WholeRuns(path, isa, output.toAbsolutePath()).run(wholeSizes, largePairs);
      case MERGE ->
          new MergeCost(bert, fast, output.toAbsolutePath())
              .run(PairSet.mixed(bert, snli, pairs), rounds);
      case STAGING ->
          new StagingCost(path, fast.precision(), output)
              .run(Objects.requireNonNull(treebank, "staging needs --treebank"), rounds);
      case ENCODERS ->
          new EncoderRates(
                  Objects.requireNonNull(python, "encoders need --python"),
                  output.resolve("encoders"),
                  rounds)
              .run(bert, fast.precision(), encoders, lengths, pairs);
      case EFFECTS ->
          new EffectRates(
                  Objects.requireNonNull(python, "effects need --python"),
                  output.resolve("effects"),
                  rounds)
              .run(bert, fast, PairSet.mixed(bert, snli, pairs));
      case GROWTH ->
          new Growth(path, fast.precision(), output)
              .run(snli == null ? Europarl.pairs() : Corpora.snli(snli), growthSizes);
      case ACCURACY -> accuracy.run(fast);
      case INTERVALS ->
          new IntervalCoverage(
                  new RecordedPairs(
                      bert,
                      fast,
                      Corpora.snli(Objects.requireNonNull(snli, "intervals need --snli"))
                          .subList(0, intervalPairs)))
              .run();
      case SOAK -> new Soak(bert, fast).run(PairSet.all(bert, snli, pairs), soakPairs);
      case THROUGHPUT -> throw new IllegalArgumentException("compares several precisions");
    };
  }

  /** Returns the mixed set and those of one length each that {@code --sets} has. */
  private List<PairSet> costSets(BertModel bert) {
    List<PairSet> found = new ArrayList<>();
    found.add(PairSet.mixed(bert, snli, pairs));
    PairSet.LENGTHS.forEach(length -> found.add(PairSet.ofLength(bert, length, pairs)));
    found.removeIf(set -> !sets.isEmpty() && !sets.contains(set.name()));
    return found;
  }

  private void keep(Section section, String precision, Finding finding) throws IOException {
    String name = section.name().toLowerCase(Locale.ROOT);
    out.printf("%n%s, %s%n", name, precision);
    finding.print(out);
    results.put(name + "_" + precision, finding);
    writeResults();
  }

  private void writeResults() throws IOException {
    JSON.writeValue(output.resolve("bench.json").toFile(), results);
  }
}
