package io.sextant.cli;

import io.sextant.ProfileOptions;
import io.sextant.Sextant;
import io.sextant.config.ProfileSettings;
import io.sextant.config.SettingsLoader;
import io.sextant.job.Preflight;
import io.sextant.job.ProfileJob;
import io.sextant.job.Sessions;
import io.sextant.report.finding.Findings;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command {@code sextant profile}: runs the job. */
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
      "Every option is also a key of the configuration file. Flags override the file."
    })
final class ProfileCommand implements Callable<Integer> {
  @ParentCommand SextantCommand root;

  @Spec CommandSpec spec;

  @Mixin ProfileFlags flags;

  @Override
  public Integer call() {
    Map<String, Object> given = given();
    ProfileSettings settings = SettingsLoader.load(flags.files.config, given);
    boolean dryRun = flags.execution.dryRun;
    System.out.println("checking the settings, the input and the model");
    HadoopUser.require();
    Preflight.check(settings, !dryRun);
    System.out.println("starting Spark");
    if (!root.verbose) {
      SparkLogs.hush();
    }
    SparkSession spark = Sessions.open("sextant profile");
    try {
      if (dryRun) {
        ProfileJob job = new ProfileJob(spark, settings, System.out);
        double uptime = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
        job.estimate(uptime).lines().forEach(System.out::println);
      } else {
        Sextant.profile(spark, ProfileOptions.of(given).file(flags.files.config));
        tell(settings.output().path(), spark.sparkContext().hadoopConfiguration());
      }
    } finally {
      spark.stop();
    }
    return ExitCode.OK;
  }

  private static void tell(String output, Configuration hadoop) {
    RunDirectory directory = RunDirectory.at(output, hadoop);
    RunManifest run = directory.readableManifest();
    System.out.println(
        String.format(
            Locale.ROOT,
            "%,d %ss profiled, %,d rejected: %s",
            run.counts().profiled(),
            run.sampled(),
            run.counts().rejected(),
            output));
    List<HeadPattern> rows = new ArrayList<>();
    directory.read(
        Table.HEAD_PATTERNS,
        row -> {
          if (Findings.uses(row)) {
            rows.add(row);
          }
        });
    Findings findings = Findings.of(run, rows, directory.readIfThere(Table.CATALOGUE));
    findings.lines().forEach(System.out::println);
    System.out.println("next: sextant report --run " + quoted(output));
  }

  /** Returns a word, quoted for a shell if necessary. */
  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private Map<String, Object> given() {
    Map<String, Object> given = new LinkedHashMap<>(flags.files.set);
    given.putAll(GivenSettings.of(spec.commandLine().getParseResult()));
    return given;
  }
}
