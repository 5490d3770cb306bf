package io.sextant.job.executor;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionModels;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Backend;
import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.edit.EditRunner;
import io.sextant.bert.BertModel;
import io.sextant.bert.TaskHead;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.config.EffectSettings;
import io.sextant.fault.BadInputException;
import io.sextant.fault.MachineFault;
import io.sextant.linguistics.EmbeddingNeighbours;
import io.sextant.linguistics.RelatedWords;
import io.sextant.profile.effect.AnsweringHead;
import io.sextant.redaction.SecretLogs;
import io.sextant.text.PairEncoder;
import io.sextant.text.guard.TokenizerTrial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/** The checkpoint of a run in this JVM. It is opened once, by the driver or by the first task. */
public final class LoadedModel {
  private static final ConcurrentHashMap<String, BertModel> OPEN = new ConcurrentHashMap<>();

  /** The stamps of checkpoint folders, by address. An archive is read as a whole and has none. */
  private static final ConcurrentHashMap<String, ModelFilesStamp> STAMPS =
      new ConcurrentHashMap<>();

  private static final ConcurrentHashMap<Encoding, PairEncoder> ENCODERS =
      new ConcurrentHashMap<>();
  private static final ConcurrentHashMap<String, EmbeddingNeighbours> NEIGHBOURS =
      new ConcurrentHashMap<>();

  private final TaskSettings settings;
  private final BertModel model;

  private LoadedModel(TaskSettings settings, BertModel model) {
    this.settings = settings;
    this.model = model;
  }

  /**
   * Opens a checkpoint and tries its tokenizer, or returns the checkpoint that is open already.
   *
   * @param model a local path, the name of a file or archive that was submitted with the job, or an
   *     address on a Hadoop file system
   */
  public static BertModel open(String model) {
    return OPEN.computeIfAbsent(
        model, absent -> tried(isRemote(model) ? cache().open(model) : stamped(model)));
  }

  private static BertModel stamped(String address) {
    Path path = local(address);
    if (!Files.isDirectory(path)) {
      return ModelLayouts.open(path);
    }
    try {
      // The files stay mapped from the folder that a symbolic link leads to now.
      Path real = path.toRealPath();
      Map<String, String> files = ModelFilesStamp.list(real);
      BertModel model = ModelLayouts.open(path);
      STAMPS.put(address, new ModelFilesStamp(real, model.fingerprint(), files));
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at the model " + path, e);
    }
  }

  /**
   * Returns the model after a trial of its tokenizer.
   *
   * @throws BadInputException if the tokenizer does not work
   */
  public static BertModel tried(BertModel model) {
    TokenizerTrial.require(model);
    new PairEncoder(model, model.config().positions()).close();
    return model;
  }

  /**
   * Returns the run's model on this machine. Its tokenizer is not tried, because the driver has
   * tried the one with the same fingerprint.
   *
   * @throws BadInputException if the model's fingerprint is not the driver's
   */
  public static LoadedModel of(TaskSettings settings) {
    // Every task comes through here first, so an executor's log is guarded from the start.
    SecretLogs.guard();
    String address = settings.checkpoint().path();
    BertModel model =
        isRemote(address)
            ? OPEN.computeIfAbsent(
                address, absent -> cache().open(address, settings.checkpoint().fingerprint()))
            : OPEN.computeIfAbsent(address, LoadedModel::stamped);
    require("model", address, settings.checkpoint().fingerprint(), model.fingerprint());
    if (settings.checkpoint().maskedLmFingerprint() != null) {
      String head = model.maskedLm() == null ? "none" : model.maskedLm().fingerprint();
      require("masked-LM head", address, settings.checkpoint().maskedLmFingerprint(), head);
    }
    if (settings.checkpoint().taskHeadFingerprint() != null) {
      TaskHead task = model.purpose().taskHead();
      String found = task == null ? "none" : task.fingerprint();
      require("task head", address, settings.checkpoint().taskHeadFingerprint(), found);
    }
    return new LoadedModel(settings, model);
  }

  /**
   * Runs a task that reads the model. If a file is truncated while it is mapped, the JVM throws an
   * error that would end the executor.
   *
   * @throws BadInputException if a file of the model was changed or truncated
   */
  static <T> T reading(TaskSettings settings, Supplier<T> work) {
    try {
      return work.get();
    } catch (InternalError e) {
      of(settings).requireSameContent();
      throw e;
    }
  }

  private static void require(String what, String address, String expected, String found) {
    if (!found.equals(expected)) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "the %s at %s on this machine has fingerprint %.12s, the driver's has %.12s: give all machines the same",
              what,
              address,
              found,
              expected));
    }
  }

  /** Returns whether the model is an address on a Hadoop file system, not a local path. */
  public static boolean isRemote(String model) {
    String scheme = new org.apache.hadoop.fs.Path(model).toUri().getScheme();
    return scheme != null && !scheme.equals("file");
  }

  private static Path local(String model) {
    if (model.startsWith("file:")) {
      return Path.of(new org.apache.hadoop.fs.Path(model).toUri().getPath());
    }
    Path path = Path.of(model);
    if (!path.isAbsolute() && !Files.exists(path) && SparkEnv.get() != null) {
      return SubmittedFiles.find(path).orElse(path);
    }
    return path;
  }

  private static ModelCache cache() {
    SparkConf conf = SparkEnv.get() == null ? new SparkConf() : SparkEnv.get().conf();
    return ModelCache.ofThisMachine(SparkHadoopUtil.get().newConfiguration(conf));
  }

  /**
   * Returns an exception for an error of the JVM that occurred while it read the model. The
   * executor survives the exception, and its message names the model whose file was truncated.
   */
  RuntimeException explain(InternalError error) {
    return MachineFault.isCutFile(error)
        ? new BadInputException(wasCut(settings.checkpoint().path()), error)
        : new IllegalStateException(error);
  }

  /** Returns the message for a model of which a file was truncated during a run. */
  public static String wasCut(String address) {
    return "a file of the model "
        + address
        + " was truncated while it was read: get the model again, and do not change its files during a"
        + " run";
  }

  /**
   * Checks that the files from which the weights are mapped have not changed.
   *
   * @throws BadInputException if they hold another model now
   */
  void requireUnchanged() {
    ModelFilesStamp stamp = STAMPS.get(settings.checkpoint().path());
    if (stamp != null) {
      stamp.requireUnchanged();
    }
  }

  /**
   * Checks the same by reading the files, even if their sizes and times have not changed.
   *
   * @throws BadInputException if they hold another model now
   */
  public void requireSameContent() {
    ModelFilesStamp stamp = STAMPS.get(settings.checkpoint().path());
    if (stamp != null) {
      stamp.requireSameContent();
    }
  }

  public BertModel bert() {
    return model;
  }

  /** Returns the encoder of the run. All tasks share it, so no task may close it. */
  public PairEncoder encoder() {
    int longest =
        settings.engine().maxTokens() == 0
            ? model.config().positions()
            : settings.engine().maxTokens();
    return ENCODERS.computeIfAbsent(
        new Encoding(settings.checkpoint().path(), longest),
        absent -> new PairEncoder(model, longest));
  }

  /**
   * The key of a shared encoder: a model's address, and the greatest number of tokens of a pair.
   */
  private record Encoding(String model, int longest) {}

  /** Returns the relations of words in the run's language, this model's embeddings included. */
  public RelatedWords relatedWords() {
    return new RelatedWords(
        settings.language(),
        NEIGHBOURS.computeIfAbsent(model.fingerprint(), absent -> new EmbeddingNeighbours(model)));
  }

  /** Returns a runner for one task that outputs attention weights without norms. */
  public AttentionRunner newRunner() {
    return newRunner(AttentionOutputs.WEIGHTS);
  }

  /** Returns a runner for one task, on the weights that all tasks share. */
  public AttentionRunner newRunner(AttentionOutputs outputs) {
    return shared().newRunner(outputs);
  }

  /** Returns a runner for one task that outputs the last hidden states. */
  HiddenStatesRunner newHiddenStatesRunner() {
    return shared().newHiddenStatesRunner();
  }

  /** Returns a runner for one task that edits heads. */
  EditRunner newEditRunner() {
    return new EditRunner(model, shared(), answeringHead().head());
  }

  /** Returns the head by which effects are measured, whose fingerprint the driver requires. */
  AnsweringHead answeringHead() {
    return AnsweringHead.of(
        model,
        settings.checkpoint().maskedLmFingerprint() == null
            ? EffectSettings.Outcome.TASK
            : EffectSettings.Outcome.MASKED_LM);
  }

  private AttentionModel shared() {
    Backend.of(settings.engine().backend()).useIsa(settings.engine().isa());
    return AttentionModels.shared(
        model.fingerprint(),
        settings.engine().backend(),
        settings.engine().precision(),
        () -> model);
  }
}
