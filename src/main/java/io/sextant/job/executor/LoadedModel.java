package io.sextant.job.executor;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionModels;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Backend;
import io.sextant.attention.HiddenStatesRunner;
import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.fault.BadInputException;
import io.sextant.fault.MachineFault;
import io.sextant.linguistics.EmbeddingNeighbours;
import io.sextant.linguistics.RelatedWords;
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

/** The checkpoint of a run in this JVM: opened once, by the first task or the driver. */
public final class LoadedModel {
  private static final ConcurrentHashMap<String, BertModel> OPEN = new ConcurrentHashMap<>();

  /** By address; archives are read as a whole and have none. */
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
   * Opens a checkpoint and tries its tokenizer, or gives the one that is open. It is a path of this
   * machine, the name of a file or archive that was submitted with the job, or an address on a
   * Hadoop file system.
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
      // A link that leads elsewhere later leaves the files that are mapped as they are.
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
   * The model, once its tokenizer has shown that it works.
   *
   * @throws BadInputException if it does not
   */
  public static BertModel tried(BertModel model) {
    TokenizerTrial.require(model);
    new PairEncoder(model, model.config().positions()).close();
    return model;
  }

  /**
   * The run's model on this machine. Its tokenizer is not tried again: the fingerprint is that of
   * the one that the driver has tried.
   *
   * @throws BadInputException if it is not the one that the driver saw
   */
  public static LoadedModel of(TaskSettings settings) {
    // An executor's own log; the first that a task of ours does there.
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
    return new LoadedModel(settings, model);
  }

  /**
   * Runs a task that reads the model. Files that are cut while they are mapped make the JVM throw
   * an error that would end the executor.
   *
   * @throws BadInputException if that has happened
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

  /** Whether it is an address on a Hadoop file system, and no path of this machine. */
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
   * What to throw where the JVM failed while it used the model: the executor lives on, and the user
   * reads which model was cut.
   */
  RuntimeException explain(InternalError error) {
    return MachineFault.isCutFile(error)
        ? new BadInputException(wasCut(settings.checkpoint().path()), error)
        : new IllegalStateException(error);
  }

  /** What to tell of a model at an address whose files changed under a run. */
  public static String wasCut(String address) {
    return "a file of the model "
        + address
        + " was cut while it was read: get the model again, and leave its files as they are while a"
        + " run goes on";
  }

  /**
   * Holds the files that the weights are mapped from against what they were.
   *
   * @throws BadInputException if they are another model now
   */
  void requireUnchanged() {
    ModelFilesStamp stamp = STAMPS.get(settings.checkpoint().path());
    if (stamp != null) {
      stamp.requireUnchanged();
    }
  }

  /** The same, whatever the files look like: their content is read and compared. */
  public void requireSameContent() {
    ModelFilesStamp stamp = STAMPS.get(settings.checkpoint().path());
    if (stamp != null) {
      stamp.requireSameContent();
    }
  }

  public BertModel bert() {
    return model;
  }

  /** The encoder of the run, which all tasks share and none closes. */
  public PairEncoder encoder() {
    int longest =
        settings.engine().maxTokens() == 0
            ? model.config().positions()
            : settings.engine().maxTokens();
    return ENCODERS.computeIfAbsent(
        new Encoding(settings.checkpoint().path(), longest),
        absent -> new PairEncoder(model, longest));
  }

  /** What an encoder is made for: the address of a model, and the longest input. */
  private record Encoding(String model, int longest) {}

  /** What relates words of the run's language, by this model too. */
  public RelatedWords relatedWords() {
    return new RelatedWords(
        settings.language(),
        NEIGHBOURS.computeIfAbsent(model.fingerprint(), absent -> new EmbeddingNeighbours(model)));
  }

  /** An engine for one task that reads attention and no norms. */
  public AttentionRunner newRunner() {
    return newRunner(AttentionOutputs.WEIGHTS);
  }

  /** An engine for one task, on a model that all tasks share. */
  public AttentionRunner newRunner(AttentionOutputs outputs) {
    return shared().newRunner(outputs);
  }

  /** An engine for one task that gives last hidden states. */
  HiddenStatesRunner newHiddenStatesRunner() {
    return shared().newHiddenStatesRunner();
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
