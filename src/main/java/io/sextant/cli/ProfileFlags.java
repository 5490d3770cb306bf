package io.sextant.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * The flags of {@code profile}, grouped under the headings of its help. {@link GivenSettings} reads
 * the flags that set a setting.
 */
final class ProfileFlags {
  @ArgGroup(validate = false, heading = "%nFiles:%n")
  Files files = new Files();

  @ArgGroup(validate = false, heading = "%nWhat the input is:%n")
  Input input = new Input();

  @ArgGroup(validate = false, heading = "%nWhat is measured:%n")
  Measures measures = new Measures();

  @ArgGroup(validate = false, heading = "%nHow it is run:%n")
  Execution execution = new Execution();

  /** The flags for the files that are read and written. */
  static final class Files {
    @Sets("model")
    @Option(names = "--model", paramLabel = "PATH")
    String model;

    @Sets("model-name")
    @Option(names = "--name", paramLabel = "NAME")
    String name;

    @Sets("input.paths")
    @Option(names = "--input", paramLabel = "PATTERN", arity = "1..*")
    List<String> input;

    @Sets("output.path")
    @Option(names = "--output", paramLabel = "DIR")
    String output;

    @Sets(value = "output.existing", to = "resume")
    @Option(names = "--resume", description = "Resume the run in the output directory.")
    boolean resume;

    @Sets(value = "output.existing", to = "overwrite")
    @Option(names = "--overwrite", description = "Delete the run in the output directory first.")
    boolean overwrite;

    @Option(names = "--config", paramLabel = "FILE", description = "A HOCON configuration file.")
    Path config;

    @Option(
        names = "--set",
        paramLabel = "KEY=VALUE",
        description = "Set any key of the configuration, e.g. grades.min-pairs=1000.")
    Map<String, String> set = new LinkedHashMap<>();
  }

  /** The flags for the format of the input and its columns. */
  static final class Input {
    @Sets("input.format")
    @Option(names = "--format", paramLabel = "FORMAT")
    String format;

    @Sets("input.sentence-a")
    @Option(names = "--sentence-a", paramLabel = "COLUMN")
    String sentenceA;

    @Sets("input.sentence-b")
    @Option(names = "--sentence-b", paramLabel = "COLUMN")
    String sentenceB;

    @Sets("input.id")
    @Option(names = "--id", paramLabel = "COLUMN")
    String id;

    @Sets("input.group")
    @Option(names = "--group", paramLabel = "COLUMN")
    String group;

    @Sets("input.text")
    @Option(names = "--text", paramLabel = "COLUMN")
    String text;

    @Sets("input.singles")
    @Option(names = "--singles")
    boolean singles;

    @Sets("input.encoding")
    @Option(names = "--encoding", paramLabel = "NAME")
    String encoding;

    @Sets("input.separator")
    @Option(names = "--separator", paramLabel = "C")
    String separator;

    @Sets("input.quote")
    @Option(names = "--quote", paramLabel = "C")
    String quote;

    @Sets("input.pipeline")
    @Option(names = "--pipeline", paramLabel = "DIR")
    String pipeline;

    @Sets("linguistics.language")
    @Option(names = "--language", paramLabel = "CODE")
    String language;

    @Sets("input.max-reject-rate")
    @Option(names = "--max-reject-rate", paramLabel = "RATE")
    Double maxRejectRate;
  }

  /** The flags for what is measured. */
  static final class Measures {
    @Sets("patterns")
    @Option(names = "--patterns", paramLabel = "KEY", split = ",")
    List<String> patterns;

    @Sets("units")
    @Option(names = "--units", paramLabel = "UNIT", split = ",")
    List<String> units;

    @Sets("cooccurrence.enabled")
    @Option(
        names = "--no-cooccurrence",
        defaultValue = "true",
        description = "Do not count words for predictive_cooccurrence.")
    boolean cooccurrence;

    @Sets("mlm.pairs")
    @Option(names = "--mlm-pairs", paramLabel = "N")
    Integer mlmPairs;

    @Sets("untrained.models")
    @Option(names = "--null-models", paramLabel = "K")
    Integer nullModels;

    @Sets("effects.pairs")
    @Option(names = "--effect-pairs", paramLabel = "N")
    Integer effectPairs;

    @Sets("effects.outcome")
    @Option(names = "--effect-outcome", paramLabel = "HEAD")
    String effectOutcome;

    @Sets("effects.ablation")
    @Option(names = "--ablation", paramLabel = "KIND")
    String ablation;

    @Sets("effects.heads")
    @Option(names = "--effects", paramLabel = "HEADS")
    String effects;

    @Sets("pair-scores")
    @Option(names = "--pair-scores")
    boolean pairScores;

    @Sets("by-prediction")
    @Option(names = "--by-prediction")
    boolean byPrediction;
  }

  /** The flags for how the model runs, and when the run stops. */
  static final class Execution {
    @Option(
        names = "--dry-run",
        description =
            "Write nothing: read the input, time some pairs, and print what the run would take.")
    boolean dryRun;

    @Sets("attention.backend")
    @Option(names = "--backend", paramLabel = "NAME")
    String backend;

    @Sets("attention.precision")
    @Option(names = "--precision", paramLabel = "TYPE")
    String precision;

    @Sets("attention.isa")
    @Option(names = "--isa", paramLabel = "SET")
    String isa;

    @Sets("attention.max-tokens")
    @Option(names = "--max-tokens", paramLabel = "N")
    Integer maxTokens;

    @Sets("max-chunks")
    @Option(names = "--max-chunks", paramLabel = "N")
    Integer maxChunks;

    @Sets("until-half-width")
    @Option(names = "--until-half-width", paramLabel = "X")
    Double untilHalfWidth;

    @Sets("until-patterns")
    @Option(names = "--until-patterns", paramLabel = "KEY", split = ",")
    List<String> untilPatterns;

    @Sets("output.keep-chunks")
    @Option(names = "--keep-chunks")
    boolean keepChunks;
  }
}
