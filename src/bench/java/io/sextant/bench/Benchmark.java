package io.sextant.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sextant.attention.AttentionModel;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.bert.ModelSource;
import io.sextant.testing.Europarl;
import io.sextant.testing.RealModel;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mvn -P bench}: prints tables; writes {@code bench.json} and a chart of the throughput. */
@Command(name = "bench", mixinStandardHelpOptions = true)
final class Benchmark implements Callable<Integer> {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private static final int JUDGED_PAIRS = 65;

  @Option(names = "--model", description = "The checkpoint; BERT-Base, uncased.")
  Path model;

  @Option(names = "--snli", description = "SNLI pairs, TSV: premise, hypothesis first.")
  Path snli;

  @Option(names = "--python", description = "A Python with src/bench/python/requirements.txt.")
  Path python;

  @Option(names = "--sections", split = ",", description = "What to measure: ${DEFAULT-VALUE}.")
  List<Section> sections =
      List.of(Section.THROUGHPUT, Section.SCALING, Section.STAGES, Section.JOB, Section.SOAK);

  @Option(names = "--precisions", split = ",", description = "Of the fast backend.")
  List<String> precisions = List.of("f32");

  @Option(names = "--sets", split = ",", description = "Sets of the throughput; all of them.")
  List<String> sets = List.of();

  @Option(names = "--pairs", description = "Pairs a set: ${DEFAULT-VALUE}.")
  int pairs = 64;

  @Option(names = "--rounds", description = "Laps of each engine: ${DEFAULT-VALUE}.")
  int rounds = 5;

  @Option(names = "--soak-pairs", description = "Pairs of the soak: ${DEFAULT-VALUE}.")
  long soakPairs = 2000;

  @Option(names = "--output", description = "Folder of the results.")
  Path output = Path.of("target", "bench");

  /** A part of the benchmark. */
  enum Section {
    THROUGHPUT,
    SCALING,
    STAGES,
    GEMM,
    JOB,
    SOAK,
    ACCURACY,
    SEP
  }

  private final PrintStream out = System.out;
  private final Map<String, Object> results = new LinkedHashMap<>();

  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Benchmark());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path path = model == null ? RealModel.path() : model;
    BertModel bert = ModelSource.open(path);
    Files.createDirectories(output);
    List<PairSet> all = PairSet.all(bert, snli, pairs);
    PairSet main = all.get(0);
    results.put("machine", Machine.describe());
    out.println(Machine.describe());
    if (sections.contains(Section.THROUGHPUT)) {
      throughput(
          bert, all.stream().filter(set -> sets.isEmpty() || sets.contains(set.name())).toList());
    }
    for (String precision : precisions) {
      try (AttentionModel fast = Backend.of("onednn").open(bert, Precision.of(precision))) {
        measure(path, bert, main, fast);
      }
    }
    if (sections.contains(Section.STAGES)) {
      Map<String, Double> stages = new Stages().run(path, "T=64", pairs, snli);
      double total = stages.values().stream().mapToDouble(Double::doubleValue).sum();
      out.printf("%nmilliseconds of one task, %d pairs of T=64%n", pairs);
      stages.forEach(
          (stage, ms) -> out.printf("  %9.1f  %4.1f %%  %s%n", ms, 100 * ms / total, stage));
      results.put("stages_ms", stages);
    }
    JSON.writeValue(output.resolve("bench.json").toFile(), results);
    out.println("\n" + output.resolve("bench.json"));
    return 0;
  }

  private void throughput(BertModel bert, List<PairSet> timed) throws Exception {
    List<Engine> engines = new ArrayList<>();
    List<AutoCloseable> owned = new ArrayList<>();
    for (String precision : precisions) {
      AttentionModel fast = Backend.of("onednn").open(bert, Precision.of(precision));
      engines.add(new SextantEngine(fast, bert.config()));
      owned.add(fast);
    }
    if (python != null) {
      PythonPeers peers = new PythonPeers(python, bert, timed, output);
      owned.add(peers);
      results.put("peers", peers.versions());
      engines.add(peers.engine("torch-f32"));
      if (Machine.hasBfloat16()) {
        engines.add(peers.engine("torch-bf16"));
      }
      engines.add(peers.engine("onnxruntime-f32"));
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

  private void measure(Path path, BertModel bert, PairSet main, AttentionModel fast)
      throws Exception {
    String suffix = "_" + fast.precision();
    if (sections.contains(Section.SCALING)) {
      Scaling.Result scaling =
          new Scaling(() -> new SextantEngine(fast, bert.config()), rounds).run(main);
      out.printf(
          "%ntwo tasks on two cores over one, %s: %.2f (%.2f to %.2f)%n",
          fast.precision(),
          scaling.factor().middle(),
          scaling.factor().least(),
          scaling.factor().greatest());
      results.put("scaling" + suffix, scaling);
    }
    if (sections.contains(Section.GEMM)) {
      PairSet set =
          PairSet.all(bert, null, pairs).stream()
              .filter(found -> found.name().equals("T=64"))
              .findFirst()
              .orElseThrow();
      GemmShare.Result share = new GemmShare(fast, bert.config(), rounds).run(set);
      out.printf(
          "%nneeded operations over what its products alone reach, %s, T=64: %.1f of %.1f GFLOP/s, %.0f %%%n",
          fast.precision(),
          share.needed().middle() / 1e9,
          share.products() / 1e9,
          100 * share.share());
      results.put("gemm" + suffix, share);
    }
    if (sections.contains(Section.JOB)) {
      JobCost.Result job = new JobCost(path, fast, bert.config(), output).run(main, rounds);
      out.printf(
          "%nprofile on local[2], %s: %.2f pairs/s, bare backend %.2f: %.0f %% (%.0f to %.0f)%n",
          fast.precision(),
          job.chunks().middle(),
          job.bare().middle(),
          100 * job.share().middle(),
          100 * job.share().least(),
          100 * job.share().greatest());
      results.put("job" + suffix, job);
    }
    if (sections.contains(Section.ACCURACY)) {
      Map<String, Double> errors = new Accuracy(bert, main.first(JUDGED_PAIRS)).run(fast);
      out.printf("%ngreatest errors against float64, %s%n", fast.precision());
      errors.forEach((what, error) -> out.printf("  %-16s %.1e%n", what, error));
      results.put("accuracy" + suffix, errors);
    }
    if (sections.contains(Section.SEP)) {
      List<SepExperiment.Condition> conditions =
          new SepExperiment(bert, fast).run(Europarl.pairs().subList(0, pairs));
      out.printf("%nshare of the last two layers, %d Europarl pairs%n", pairs);
      conditions.forEach(
          c ->
              out.printf(
                  "  final full stops %-5s  token types %-5s  [SEP] %.3f  full stops %.3f  sum %.3f%n",
                  c.finalStops(), c.tokenTypes(), c.sep(), c.stops(), c.sum()));
      results.put("sep" + suffix, conditions);
    }
    if (sections.contains(Section.SOAK)) {
      List<Soak.Point> curve = new Soak(fast, bert.config()).run(main, soakPairs);
      out.printf("%nresident memory, two tasks, %s%n", fast.precision());
      curve.forEach(
          point -> out.printf("  %7d pairs %8.0f MB%n", point.pairs(), point.megabytes()));
      results.put("soak" + suffix, curve);
    }
  }
}
