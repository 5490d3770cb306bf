package io.sextant.job.executor;

import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.fault.BadInputException;
import io.sextant.table.DraftFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * Copies checkpoints from a Hadoop file system to a local folder that all JVMs of a user share, as
 * {@code FINGERPRINT/NAME}. A copy is moved into place when it is complete. Only the user can write
 * to the folder, and callers compare the fingerprint of an opened copy with the expected one, so a
 * copy that was tampered with is not used.
 */
public final class ModelCache {
  private final Path root;
  private final Configuration hadoop;

  public ModelCache(Path root, Configuration hadoop) {
    this.root = root;
    this.hadoop = hadoop;
  }

  /** Returns the user's cache in the temporary directory of this machine. */
  public static ModelCache ofThisMachine(Configuration hadoop) {
    String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9._-]", "_");
    return new ModelCache(
        Path.of(System.getProperty("java.io.tmpdir"), "sextant-models-" + user), hadoop);
  }

  /** Copies a checkpoint whose fingerprint is not known yet, and opens the copy. */
  public BertModel open(String address) {
    try {
      PrivateFolder.make(root);
      try (DraftFolder drafts = DraftFolder.in(root)) {
        return publish(copy(address, drafts.path()), name(address));
      }
    } catch (IOException e) {
      throw cannotCopy(address, e);
    }
  }

  /**
   * Opens the copy of a checkpoint. The first process of the machine to call this makes the copy.
   */
  public BertModel open(String address, String fingerprint) {
    Path copy = root.resolve(fingerprint).resolve(name(address));
    try {
      PrivateFolder.make(root);
      if (Files.exists(copy)) {
        return ModelLayouts.open(copy);
      }
      try (FileChannel channel =
              FileChannel.open(
                  root.resolve(fingerprint + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        assert lock.isValid();
        return Files.exists(copy) ? ModelLayouts.open(copy) : open(address);
      }
    } catch (IOException e) {
      throw cannotCopy(address, e);
    }
  }

  /** Copies a checkpoint into a folder, and returns the copy. */
  private Path copy(String address, Path folder) throws IOException {
    org.apache.hadoop.fs.Path source = new org.apache.hadoop.fs.Path(address);
    FileSystem files = source.getFileSystem(hadoop);
    if (!files.exists(source)) {
      throw new FileNotFoundException("it does not exist");
    }
    Path target = folder.resolve(name(address));
    files.copyToLocalFile(false, source, new org.apache.hadoop.fs.Path(target.toUri()), true);
    return target;
  }

  /**
   * Opens a copy, and moves it to the place that its fingerprint names. The files that are mapped
   * stay readable.
   */
  private BertModel publish(Path copy, String name) throws IOException {
    BertModel model = ModelLayouts.open(copy);
    Path target = root.resolve(model.fingerprint());
    if (!Files.exists(target.resolve(name))) {
      Files.createDirectories(target);
      Files.move(copy, target.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
    return model;
  }

  private static String name(String address) {
    return new org.apache.hadoop.fs.Path(address).getName();
  }

  private static BadInputException cannotCopy(String address, IOException cause) {
    return new BadInputException(
        "model " + address + " cannot be copied to this machine: " + cause.getMessage(), cause);
  }
}
