package io.sextant.cli;

import io.sextant.config.ProfileSettings;
import io.sextant.config.RunSettings;
import io.sextant.job.EffectsJob;
import io.sextant.job.Sessions;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command {@code sextant effects}: measures the effects of heads in a run that has ended. */
@Command(
    name = "effects",
    description =
        "Measures what the heads of a run do to the model's output, and whether it is by the"
            + " patterns that they are labelled with, without profiling again.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  sextant effects --run run",
      "  sextant effects --run run --effect-pairs 256 --ablation zero",
      "",
      "The run's input is read again: give --input and --model if they have moved. Writes the tables",
      "head_effects, pattern_effects and label_effects. The same command continues one that was",
      "interrupted."
    })
final class EffectsCommand implements Callable<Integer> {
  @ParentCommand SextantCommand root;

  @Spec CommandSpec spec;

  @Option(
      names = "--run",
      required = true,
      paramLabel = "DIR",
      description = "A run directory whose run has succeeded.")
  String run;

  @Sets("effects.pairs")
  @Option(
      names = "--effect-pairs",
      paramLabel = "N",
      description = "The number of pairs, sampled by a hash; 64 by default.")
  Integer pairs;

  @Sets("effects.outcome")
  @Option(names = "--effect-outcome", paramLabel = "HEAD")
  String outcome;

  @Sets("effects.ablation")
  @Option(names = "--ablation", paramLabel = "KIND")
  String ablation;

  @Sets("effects.heads")
  @Option(names = "--effects", paramLabel = "HEADS")
  String heads;

  @Sets("model")
  @Option(
      names = "--model",
      paramLabel = "PATH",
      description = "Where the run's model is now, if it has moved.")
  String model;

  @Sets("input.paths")
  @Option(
      names = "--input",
      paramLabel = "PATTERN",
      arity = "1..*",
      description = "Where the run's input is now, if it has moved.")
  List<String> input;

  @Override
  public Integer call() {
    HadoopUser.require();
    RunDirectory directory = RunDirectory.at(run, HadoopSettings.read());
    RunManifest before = EffectsJob.succeeded(directory);
    ProfileSettings settings = settings(before, directory);
    System.out.println("starting Spark");
    if (!root.verbose) {
      SparkLogs.hush();
    }
    SparkSession spark = Sessions.open("sextant effects");
    try {
      RunManifest.Effects effects = new EffectsJob(spark, settings, System.out).run().effects();
      System.out.println(
          String.format(
              Locale.ROOT,
              "effects measured on %,d pairs: %s",
              effects.pairs(),
              directory.resolve("head_effects")));
    } finally {
      spark.stop();
    }
    return ExitCode.OK;
  }

  private ProfileSettings settings(RunManifest before, RunDirectory directory) {
    Map<String, Object> given = GivenSettings.of(spec.commandLine().getParseResult());
    return RunSettings.forEffects(before.configuration(), directory.root().toString(), given);
  }
}
