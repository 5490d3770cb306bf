package io.sextant.job;

import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.config.AttentionSettings;
import io.sextant.config.ProfileSettings;
import io.sextant.fault.UsageException;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.input.InputSource;
import io.sextant.job.run.Opening;
import io.sextant.job.stage.InstructionStage;
import io.sextant.linguistics.Language;
import io.sextant.pattern.Patterns;
import io.sextant.profile.PredictedClasses;
import io.sextant.profile.effect.AnsweringHead;
import io.sextant.profile.prediction.ConditionalPmi;
import io.sextant.profile.state.Unit;
import io.sextant.table.RunDirectory;
import io.sextant.text.PairEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * Checks a run before Spark starts, because Spark takes seconds to start, and minutes on a cluster.
 * The settings, the output folder, the input's files and the model are checked. The model stays
 * open for the run.
 */
public final class Preflight {
  /** The properties that name the files that spark-submit brings to the driver. */
  private static final List<String> SUBMITTED =
      List.of("spark.files", "spark.archives", "spark.yarn.dist.files", "spark.yarn.dist.archives");

  private Preflight() {}

  /**
   * Checks everything that can be checked without Spark.
   *
   * @param writes whether the run will write its folder
   * @throws UsageException if the value of a setting is not allowed
   * @throws BadInputException if the output, the input or the model cannot be used
   */
  public static void check(ProfileSettings settings, boolean writes) {
    LocalHost.settle();
    checkSettings(settings);
    Configuration hadoop = SparkHadoopUtil.get().newConfiguration(new SparkConf());
    RunDirectory output = RunDirectory.at(settings.output().path(), hadoop);
    if (writes) {
      Opening.refuse(settings, output, hadoop);
    }
    if (!writes || !Opening.needsNoInput(settings, output)) {
      InputSource.of(settings.input(), hadoop);
    }
    checkModel(settings);
    // This check is the slowest, because it unpacks and loads the native libraries.
    checkEngine(settings.attention());
  }

  /**
   * Checks the settings whose check needs no file.
   *
   * @throws UsageException if a setting is wrong; the message names the first
   */
  static void checkSettings(ProfileSettings settings) {
    MeasuredPatterns.of(settings);
    Unit.named(settings.units());
    settings.until().patterns().forEach(pattern -> checkUntil(pattern, settings));
    new Language(settings.linguistics().language());
    Precision.of(settings.attention().precision());
    backend(settings);
  }

  private static Backend backend(ProfileSettings settings) {
    return Backend.of(settings.attention().backend());
  }

  /**
   * Checks the native library. The instruction set is checked here in local mode only, because
   * executors on other machines have other processors.
   */
  private static void checkEngine(AttentionSettings settings) {
    Backend backend = Backend.of(settings.backend());
    backend.requireLibrary();
    if (LocalHost.isAlone()) {
      String isa =
          settings.isa().equals(InstructionStage.AUTO)
              ? backend.processorIsa()
              : backend.isaNamed(settings.isa());
      backend.settle(Precision.of(settings.precision()), isa);
    }
  }

  private static void checkModel(ProfileSettings settings) {
    if (comesWithTheJob(settings.model())) {
      return;
    }
    BertModel model = LoadedModel.open(settings.model());
    if (settings.mlm().pairs() > 0) {
      ConditionalPmi.require(model);
    }
    if (settings.byPrediction()) {
      PredictedClasses.require(model);
    }
    if (settings.effects().asked()) {
      AnsweringHead.of(model, settings.effects().outcome());
    }
    if (settings.attention().maxTokens() > 0) {
      new PairEncoder(model, settings.attention().maxTokens()).close();
    }
  }

  /** Returns whether the model is not here yet, but may be among the files that Spark fetches. */
  private static boolean comesWithTheJob(String model) {
    return !model.contains(":")
        && !Path.of(model).isAbsolute()
        && !Files.exists(Path.of(model))
        && SUBMITTED.stream().anyMatch(key -> !System.getProperty(key, "").isEmpty());
  }

  private static void checkUntil(String pattern, ProfileSettings settings) {
    if (Patterns.named(pattern).labelParts().isEmpty()) {
      throw new UsageException(
          "--until-patterns: " + pattern + " carries no label; name a pattern that does");
    }
    if (!settings.patterns().isEmpty() && !settings.patterns().contains(pattern)) {
      throw new UsageException(
          "--until-patterns: " + pattern + " is not measured; add it to --patterns");
    }
  }
}
