package io.sextant.cli;

import io.sextant.config.ProfileSettings;
import io.sextant.config.SettingsLoader;
import io.sextant.job.Preflight;
import io.sextant.job.ProfileJob;
import io.sextant.job.Sessions;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code sextant profile}: runs the job. */
@Command(
    name = "profile",
    description = "Profiles every head of a model over sentence pairs and writes the tables.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "sextant profile --model PATH --input PATTERN... --output DIR [OPTION...]",
    footer = {
      "",
      "Examples:",
      "  sextant profile --model ~/bert --input pairs.tsv --output run",
      "  sextant profile --model ~/bert --input 'mnli/*.jsonl' --format mnli --output run",
      "  sextant profile --model ~/bert --input en_ewt-ud-dev.conllu --output run",
      "  sextant profile --config my.conf --set grades.min-pairs=1000 --resume",
      "",
      "Every option is also a key of the configuration file; flags win over it."
    })
final class ProfileCommand implements Callable<Integer> {
  @ParentCommand SextantCommand root;

  @Option(
      names = "--model",
      paramLabel = "PATH",
      description = "The checkpoint: a path, or a name in Hugging Face's local cache.")
  String model;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the run calls the model. Default: org/name, or the folder's name.")
  String name;

  @Option(
      names = "--input",
      paramLabel = "PATTERN",
      arity = "1..*",
      description = "Files, folders or globs; may be given several times.")
  List<String> input;

  @Option(names = "--output", paramLabel = "DIR", description = "The run directory to write.")
  String output;

  @Option(
      names = "--format",
      description =
          "parquet, csv, tsv, jsonl, conllu, documents, document-lines, mentions, gap,"
              + " a corpus by name (mnli, snli, qqp, mrpc, stsb, rte, wnli, qnli, ax, paws, sst2,"
              + " cola, anli, boolq, sick, paws-x), or auto by the files' endings.")
  String format;

  @Option(
      names = "--sentence-a",
      paramLabel = "COLUMN",
      description = "Default: sentence_a, or as published.")
  String sentenceA;

  @Option(
      names = "--sentence-b",
      paramLabel = "COLUMN",
      description = "Default: sentence_b, if the data has it, or as published.")
  String sentenceB;

  @Option(names = "--id", paramLabel = "COLUMN", description = "Identifies a pair.")
  String id;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "Pairs of a group are one cluster.")
  String group;

  @Option(
      names = "--text",
      paramLabel = "COLUMN",
      description = "Documents, to be cut into pairs of adjacent sentences.")
  String text;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "Of text files without a byte-order mark. Default: UTF-8.")
  String encoding;

  @Option(
      names = "--separator",
      paramLabel = "C",
      description = "Between fields of CSV and TSV: one character, or tab.")
  String separator;

  @Option(
      names = "--quote",
      paramLabel = "C",
      description =
          "Around fields of CSV and TSV: one character, none, or \\\" for quotes after a \\.")
  String quote;

  @Option(
      names = "--pipeline",
      paramLabel = "DIR",
      description = "A saved Spark NLP pipeline that gives lemmas, tags, dependencies.")
  String pipeline;

  @Option(
      names = "--backend",
      description = "What runs the model: onednn (fast) or nd4j (reference).")
  String backend;

  @Option(names = "--precision", description = "auto, f32, bf16 or bf16x3.")
  String precision;

  @Option(
      names = "--isa",
      paramLabel = "SET",
      description =
          "Instruction set of the kernels: auto (the best that every machine of the run has), sse41,"
              + " avx2, avx512, ... Equal sets give equal bits.")
  String isa;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "Cut longer pairs to this many tokens.")
  Integer maxTokens;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "Language of the pairs, by ISO 639-1. Default: en.")
  String language;

  @Option(
      names = "--patterns",
      split = ",",
      paramLabel = "KEY",
      description = "Measure these patterns only.")
  List<String> patterns;

  @Option(
      names = "--no-cooccurrence",
      description = "Do not count words for predictive_cooccurrence.")
  boolean noCooccurrence;

  @Option(
      names = "--mlm-pairs",
      paramLabel = "N",
      description = "Measure predictive_mlm on N pairs; hundreds of forward passes each.")
  Integer mlmPairs;

  @Option(
      names = "--units",
      split = ",",
      paramLabel = "UNIT",
      description = "What queries and keys are: token (default), or token,word for both.")
  List<String> units;

  @Option(
      names = "--pair-scores",
      description = "Also write every pair's own scores to the table pair_scores.")
  boolean pairScores;

  @Option(
      names = "--max-reject-rate",
      paramLabel = "RATE",
      description = "Fail if more of the rows are rejected, 0 to 1.")
  Double maxRejectRate;

  @Option(
      names = "--max-chunks",
      paramLabel = "N",
      description = "Stop after N chunks; --resume goes on.")
  Integer maxChunks;

  @Option(
      names = "--until-half-width",
      paramLabel = "X",
      description = "Stop when every head's share is known within plus or minus X.")
  Double untilHalfWidth;

  @Option(
      names = "--until-patterns",
      split = ",",
      paramLabel = "KEY",
      description = "The patterns that --until-half-width means. Default: all with a label.")
  List<String> untilPatterns;

  @ArgGroup Existing existing;

  @Option(
      names = "--dry-run",
      description = "Write nothing: read the input, time some pairs, say what the run would take.")
  boolean dryRun;

  @Option(names = "--keep-chunks", description = "Keep the mergeable states in _chunks.")
  boolean keepChunks;

  @Option(names = "--config", paramLabel = "FILE", description = "A HOCON configuration file.")
  Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set any key of the configuration, e.g. grades.min-pairs=1000.")
  Map<String, String> set = new LinkedHashMap<>();

  /** What to do with a run that is there. */
  static final class Existing {
    @Option(names = "--resume", description = "Go on with the run in the output directory.")
    boolean resume;

    @Option(names = "--overwrite", description = "Delete the run in the output directory first.")
    boolean overwrite;
  }

  @Override
  public Integer call() {
    ProfileSettings settings = SettingsLoader.load(config, flags());
    HadoopUser.require();
    Preflight.check(settings, !dryRun);
    System.out.println("starting Spark");
    if (!root.verbose) {
      SparkLogs.hush();
    }
    try (SparkSession spark = Sessions.open("sextant profile")) {
      ProfileJob job = new ProfileJob(spark, settings, System.out);
      if (dryRun) {
        job.estimate().lines().forEach(System.out::println);
      } else {
        tell(job.run(), settings.output().path(), spark.sparkContext().hadoopConfiguration());
      }
    }
    return ExitCode.OK;
  }

  private static void tell(RunManifest run, String output, Configuration hadoop) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "%,d pairs profiled, %,d rejected: %s",
            run.counts().profiled(),
            run.counts().rejected(),
            output));
    Findings findings = new Findings();
    RunDirectory.at(output, hadoop)
        .read(
            Table.HEAD_PATTERNS,
            row -> {
              if (row.stratum().equals("all") && row.unit().equals("token")) {
                findings.add(score(row));
              }
            });
    findings.lines().forEach(System.out::println);
    System.out.println("next: sextant report --run " + quoted(output));
  }

  private static Findings.Score score(HeadPattern row) {
    return new Findings.Score(
        row.pattern(),
        row.part(),
        row.layer(),
        row.head(),
        row.grade(),
        row.exhibits(),
        row.score().value());
  }

  /** As a shell takes it. */
  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private Map<String, Object> flags() {
    Map<String, Object> flags = new LinkedHashMap<>(set);
    put(flags, "model", model);
    put(flags, "model-name", name);
    put(flags, "input.paths", input);
    put(flags, "input.format", format);
    put(flags, "input.sentence-a", sentenceA);
    put(flags, "input.sentence-b", sentenceB);
    put(flags, "input.id", id);
    put(flags, "input.group", group);
    put(flags, "input.text", text);
    put(flags, "input.encoding", encoding);
    put(flags, "input.separator", separator);
    put(flags, "input.quote", quote);
    put(flags, "input.pipeline", pipeline);
    put(flags, "input.max-reject-rate", maxRejectRate);
    put(flags, "output.path", output);
    put(flags, "output.keep-chunks", keepChunks ? true : null);
    put(flags, "output.existing", existing());
    put(flags, "attention.backend", backend);
    put(flags, "attention.precision", precision);
    put(flags, "attention.isa", isa);
    put(flags, "attention.max-tokens", maxTokens);
    put(flags, "linguistics.language", language);
    put(flags, "patterns", patterns);
    put(flags, "mlm.pairs", mlmPairs);
    put(flags, "cooccurrence.enabled", noCooccurrence ? false : null);
    put(flags, "units", units);
    put(flags, "pair-scores", pairScores ? true : null);
    put(flags, "max-chunks", maxChunks);
    put(flags, "until-half-width", untilHalfWidth);
    put(flags, "until-patterns", untilPatterns);
    return flags;
  }

  private String existing() {
    if (existing == null) {
      return null;
    }
    return existing.resume ? "resume" : "overwrite";
  }

  private static void put(Map<String, Object> flags, String key, Object value) {
    if (value != null) {
      flags.put(key, value);
    }
  }
}
