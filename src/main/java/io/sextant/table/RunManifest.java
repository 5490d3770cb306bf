package io.sextant.table;

import io.sextant.fault.BadInputException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The content of {@code run.json}: what a run was, and how it ended. It is written first with the
 * status {@code running}, and last with {@code succeeded}, {@code partial} or {@code failed}.
 *
 * @param runId a hash of the model, the input, the engine and the configuration
 * @param status the status of a {@link RunState} that has a manifest
 * @param message why the run failed or is partial; null otherwise
 * @param started the time of the last start, ISO 8601 in UTC; null in runs older than this field
 * @param model the model that was profiled
 * @param windows for each layer, how many positions before and after itself a query sees, and null
 *     if it sees all; null instead of the list if the queries of all layers do
 * @param weightSample a {@link WeightSample} of the query kernels; null in runs older than this
 *     field
 * @param input the input that was read
 * @param engine the engine that ran the model
 * @param counts the rows of the input: in = profiled + rejected + not read
 * @param halfWidth half the width of the widest 95 % interval among the shares of {@code
 *     --until-patterns}; null if no half-width was requested, or if an interval is not known yet
 * @param annotation how the annotation fits the text; null before the tables are written
 * @param tokens the tokens of the profiled pairs; null before the tables are written
 * @param effects how the effects of heads were measured; null if they were not
 * @param configuration the effective settings by key
 * @param versions the versions of Sextant, Spark, Java and the tables
 * @param stages the wall time of each stage in seconds, in order
 * @param tables the files of each table by the table's name; null until the tables are written
 */
public record RunManifest(
    String runId,
    String status,
    String message,
    String started,
    Model model,
    List<Integer> windows,
    String weightSample,
    Input input,
    Engine engine,
    Counts counts,
    Double halfWidth,
    Annotation annotation,
    Tokens tokens,
    Effects effects,
    Map<String, Object> configuration,
    Map<String, String> versions,
    Map<String, Double> stages,
    Map<String, TableFiles> tables) {
  /**
   * The version of the tables' columns and keys. It is raised when a column or a key is renamed or
   * changes its meaning. CHANGELOG.md lists the changes.
   */
  public static final String TABLES_VERSION = "2";

  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  /** Returns a builder that has the values of this manifest. */
  public RunManifestBuilder toBuilder() {
    return new RunManifestBuilder().from(this);
  }

  /** Returns the sample of the model's weights; null if there is none. */
  public WeightSample sampledWeights() {
    return weightSample == null ? null : WeightSample.of(weightSample);
  }

  /** Returns the state that the status names. */
  public RunState state() {
    return RunState.of(status);
  }

  /**
   * Returns what an input of the model is: a {@code pair}, a {@code sentence} on its own, as in
   * treebanks, or a {@code text}, as in the formats of coreference.
   */
  public String sampled() {
    boolean singles = "true".equals(String.valueOf(setting("input.singles")));
    return switch (input.format()) {
      case "conllu" -> "sentence";
      case "mentions", "gap" -> "text";
      default -> singles ? "sentence" : "pair";
    };
  }

  /** Returns the number that a setting has; NaN if the run does not record it as one. */
  public double number(String key) {
    try {
      return Double.parseDouble(String.valueOf(setting(key)));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private Object setting(String key) {
    return configuration == null ? null : configuration.get(key);
  }

  /** Returns the version of the run's tables, which is 1 in runs that record none. */
  public String tablesVersion() {
    return versions == null ? "1" : versions.getOrDefault("tables", "1");
  }

  /**
   * Returns this manifest if a run can have written it. The run's id is used in the names of files,
   * so it may contain letters, digits, hyphens and underscores only.
   *
   * @throws BadInputException if no run can have written it
   */
  RunManifest checked() {
    if (runId == null || !RUN_ID.matcher(runId).matches()) {
      throw new BadInputException("its run_id is " + (runId == null ? "missing" : "no run's id"));
    }
    if (model == null || input == null || engine == null || counts == null) {
      throw new BadInputException("it lacks model, input, engine or counts");
    }
    if (status == null) {
      throw new BadInputException("it has no status");
    }
    state();
    return this;
  }

  /**
   * The model.
   *
   * @param path the path or address of the checkpoint
   * @param fingerprint the SHA-256 of the encoder in hexadecimal
   * @param maskedLmFingerprint the SHA-256 of the masked-LM head in hexadecimal; null if it was not
   *     used
   * @param taskHead the task head; null if it was not used
   * @param heads the number of heads of each layer
   * @param hidden the width of the hidden states
   */
  public record Model(
      String name,
      String path,
      String fingerprint,
      String maskedLmFingerprint,
      TaskHead taskHead,
      int layers,
      int heads,
      int hidden) {

    /** Returns the grid of all heads. */
    public HeadGrid grid() {
      return new HeadGrid(layers, heads);
    }
  }

  /**
   * The task head, whose scores are in {@code pair_scores}.
   *
   * @param modelClass transformers' class of the model
   * @param problem {@code regression}, {@code single_label} or {@code multi_label}: whether the
   *     scores are the logits, their softmax or their sigmoids
   * @param labels the label of each score
   * @param applied the function that the checkpoint tells sentence-transformers to apply to the
   *     logits; null if it names none
   * @param fingerprint the SHA-256 of the head in hexadecimal
   */
  public record TaskHead(
      String modelClass, String problem, List<String> labels, String applied, String fingerprint) {}

  /**
   * The input.
   *
   * @param paths the paths as the user gave them
   * @param format the format or preset
   * @param fingerprint a fingerprint of the rows, independent of their order and files
   * @param placement a fingerprint of the rows with their files, which the table of rejects names
   */
  public record Input(List<String> paths, String format, String fingerprint, String placement) {}

  /**
   * The engine that ran the model.
   *
   * @param isa the instruction set of the kernels; null in runs older than this field
   * @param threads the threads of each kernel; null in runs older than this field
   */
  public record Engine(String backend, String precision, String isa, Integer threads) {}

  /**
   * The files of a table.
   *
   * @param files the number of files
   * @param bytes the size of all files in bytes
   * @param sha256 the SHA-256 in hexadecimal of the files in the order of their names; null for a
   *     table that is too large to be read again
   */
  public record TableFiles(int files, long bytes, String sha256) {}

  /**
   * The number of annotated words of the profiled pairs, and of those that the model's tokens do
   * not fit.
   */
  public record Annotation(long words, long mismatchedWords) {}

  /**
   * How the effects of heads were measured. The settings of the same names in the configuration are
   * those of {@code sextant profile}; effects can be measured later with others.
   *
   * @param pairs the number of pairs of the sample
   * @param ablation what replaced the output of ablated heads: {@code mean} or {@code zero}
   * @param heads the heads whose patterns were knocked out: {@code labelled} or {@code all}
   * @param outcomes what was measured of the model's output; heads are judged by the first
   * @param head the SHA-256 of the head that gave the output, in hexadecimal
   */
  public record Effects(
      int pairs, String ablation, String heads, List<String> outcomes, String head) {}

  /**
   * The tokens of the profiled pairs, without delimiters.
   *
   * @param all the number of tokens
   * @param unknown the number of tokens for unknown text, such as [UNK]
   * @param unknownRate the part of the tokens that are unknown, 0 to 1
   */
  public record Tokens(long all, long unknown, double unknownRate) {
    /** The part of unknown tokens above which the model probably does not fit the text. */
    private static final double MANY = .05;

    /** Creates an instance and computes the part of unknown tokens. */
    public static Tokens of(long all, long unknown) {
      return new Tokens(all, unknown, all == 0 ? 0 : (double) unknown / all);
    }

    /** Returns whether so many tokens are unknown that the user must be warned. */
    public boolean manyUnknown() {
      return unknownRate > MANY;
    }
  }

  /**
   * The counts of a run.
   *
   * @param in the rows of the input
   * @param profiled the pairs that were profiled
   * @param rejected the rows that were rejected
   * @param notRead the rows of chunks that were not run
   * @param truncated the profiled pairs that were truncated to the model's maximum length
   * @param chunks the number of chunks
   * @param chunksDone the number of committed chunks
   */
  public record Counts(
      long in,
      long profiled,
      long rejected,
      long notRead,
      long truncated,
      int chunks,
      int chunksDone) {}
}
