package io.sextant.table;

import io.sextant.fault.BadInputException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code run.json}: what a run was, and how it ended. Written first with status {@code running},
 * and last with {@code succeeded}, {@code partial} or {@code failed}.
 *
 * @param runId hash of model, input, engine and configuration
 * @param status of a {@link RunState} that has a manifest
 * @param message why it failed or is partial; null otherwise
 * @param started when it was last started, ISO 8601 in UTC; null in runs older than this field
 * @param model what was profiled
 * @param input what was read
 * @param engine what ran the model
 * @param counts rows of the input: in = profiled + rejected + not read
 * @param halfWidth half the width of the widest 95 % interval of a share, of those that the run was
 *     to narrow; null if it was to narrow none, or some cannot be told yet
 * @param annotation how the annotation fits the text; null before the tables are written
 * @param tokens of the pairs profiled; null before the tables are written
 * @param configuration the effective settings, by their configuration key
 * @param versions of Sextant, Spark, Java and the tables
 * @param stages wall seconds of each stage, in order
 * @param tables the files of each table, by its name; null until the tables are written
 */
public record RunManifest(
    String runId,
    String status,
    String message,
    String started,
    Model model,
    Input input,
    Engine engine,
    Counts counts,
    Double halfWidth,
    Annotation annotation,
    Tokens tokens,
    Map<String, Object> configuration,
    Map<String, String> versions,
    Map<String, Double> stages,
    Map<String, TableFiles> tables) {
  /**
   * The version of the tables' columns and of the keys in them. It goes up when a column or a key
   * is renamed or changes its meaning; CHANGELOG.md says what changed.
   */
  public static final String TABLES_VERSION = "2";

  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  /** A builder of a manifest that differs from this in what is set. */
  public RunManifestBuilder toBuilder() {
    return new RunManifestBuilder().from(this);
  }

  /** The state that the status names. */
  public RunState state() {
    return RunState.of(status);
  }

  /** The version of the run's tables; runs that record none have version 1. */
  public String tablesVersion() {
    return versions == null ? "1" : versions.getOrDefault("tables", "1");
  }

  /**
   * This manifest, if a run wrote it. The run's id is used in the names of files, so it is held to
   * letters, digits, hyphens and underscores.
   *
   * @throws BadInputException if no run did
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
   * The model: where it was read from, the fingerprint (sha-256, hex) of its encoder and, where
   * that was used, else null, of its masked-LM head; its shape.
   */
  public record Model(
      String name,
      String path,
      String fingerprint,
      String maskedLmFingerprint,
      int layers,
      int heads,
      int hidden) {

    /** The heads of all layers. */
    public HeadGrid grid() {
      return new HeadGrid(layers, heads);
    }
  }

  /**
   * The input: the paths as given; a fingerprint of the rows, whatever their order and files; and
   * one of the rows with the files that they lie in, which the table of rejects names.
   */
  public record Input(List<String> paths, String format, String fingerprint, String placement) {}

  /**
   * What ran the model: the backend, its arithmetic, the instruction set of its kernels, and the
   * threads of each. The last two are null in runs older than these fields.
   */
  public record Engine(String backend, String precision, String isa, Integer threads) {}

  /**
   * The files of a table: how many, their bytes together, and a sha-256 (hex) of them in order of
   * their names; null for a table that is too large to be read again.
   */
  public record TableFiles(int files, long bytes, String sha256) {}

  /** Annotated words of the pairs profiled, and those that the model's tokens do not fit. */
  public record Annotation(long words, long mismatchedWords) {}

  /**
   * Tokens of the pairs profiled, delimiters aside; those that are [UNK], or what the tokenizer has
   * for unknown text; and their share.
   */
  public record Tokens(long all, long unknown, double unknownRate) {
    /** More than this share of unknown tokens says that the model does not know the text. */
    private static final double MANY = .05;

    /** The share of these counts. */
    public static Tokens of(long all, long unknown) {
      return new Tokens(all, unknown, all == 0 ? 0 : (double) unknown / all);
    }

    /** Whether so many are unknown that a reader must be told. */
    public boolean manyUnknown() {
      return unknownRate > MANY;
    }
  }

  /**
   * Rows of the input, pairs profiled, rows rejected, rows of chunks that were not run; of the
   * pairs profiled, those cut to the model's maximum; chunks planned and done.
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
