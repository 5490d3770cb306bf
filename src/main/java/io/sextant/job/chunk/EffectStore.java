package io.sextant.job.chunk;

import io.sextant.job.folder.RunFiles;
import io.sextant.profile.effect.PairEffects;
import io.sextant.table.RunDirectory;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/**
 * The effects that are measured so far, in a {@link CompressedFile} for each part of the sample. A
 * file is committed by a rename, so it is either complete or absent.
 */
public final class EffectStore {
  private static final CompressedFile FORMAT = new CompressedFile(0x53584501, "effect");

  private final RunDirectory run;
  private final String identity;

  /**
   * Creates the store in a run's folder.
   *
   * @param identity says what is measured; files with another identity are not read
   */
  public EffectStore(RunDirectory run, String identity) {
    this.run = run;
    this.identity = identity;
  }

  /** Writes the effects of a part, and replaces those that are there. */
  public void commit(int part, List<PairEffects> effects) {
    try {
      run.put(
          file(part),
          draft -> {
            try (OutputStream out = run.files().create(draft, true);
                DataOutputStream data = FORMAT.create(out, identity)) {
              data.writeInt(effects.size());
              for (PairEffects pair : effects) {
                pair.write(data);
              }
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot commit " + file(part) + ": " + e.getMessage(), e);
    }
  }

  /**
   * Returns the effects of a part; empty if there are none, or if they are of another version or
   * identity.
   */
  public Optional<List<PairEffects>> read(int part) {
    try {
      return run.files().exists(file(part)) ? read(file(part)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(
          file(part) + " cannot be read: delete it and run again: " + e.getMessage(), e);
    }
  }

  private Optional<List<PairEffects>> read(Path file) throws IOException {
    try (DataInputStream data = FORMAT.unpack(run.files().open(file))) {
      if (!FORMAT.begins(data, identity)) {
        return Optional.empty();
      }
      List<PairEffects> effects = new ArrayList<>();
      for (int left = data.readInt(); left > 0; left--) {
        effects.add(PairEffects.read(data));
      }
      FORMAT.requireEnd(data);
      return Optional.of(effects);
    }
  }

  private Path file(int part) {
    return new Path(run.resolve(RunFiles.EFFECTS), String.format(Locale.ROOT, "part-%05d", part));
  }
}
