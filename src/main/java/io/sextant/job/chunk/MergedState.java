package io.sextant.job.chunk;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.sextant.job.row.RowFold;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;

/** The merged states, rows and rejects of some chunks. */
public final class MergedState {
  private static final int LEVEL = 1;

  private final ChunkStates states;
  private final RowFold rows = new RowFold();
  private final SortedSet<Integer> rejecting = new TreeSet<>();
  private int chunks;
  private long rejected;

  /** Creates the state of no chunks. The given states must be empty. */
  public MergedState(ChunkStates states) {
    this.states = states;
  }

  /** Merges a committed chunk. */
  public void take(ChunkStore store, int chunk) {
    ChunkFile.Contents contents = store.read(chunk, states);
    rows.add(contents.rows());
    rejected += contents.rejects().total();
    if (contents.rejects().total() > 0) {
      rejecting.add(chunk);
    }
    chunks++;
  }

  public ChunkStates states() {
    return states;
  }

  /** Returns the fingerprint of the chunks' rows. */
  public RowFold rows() {
    return rows;
  }

  /** Returns the number of chunks. */
  public int chunks() {
    return chunks;
  }

  /** Returns the number of rejected rows. */
  public long rejected() {
    return rejected;
  }

  /** Returns the chunks that have rejected rows. */
  public SortedSet<Integer> rejecting() {
    return rejecting;
  }

  /** Returns the state as compressed bytes, by which executors exchange it. */
  public byte[] pack() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DataOutputStream out =
        new DataOutputStream(new ZstdOutputStreamNoFinalizer(packed, LEVEL))) {
      out.writeInt(chunks);
      out.writeLong(rejected);
      rows.write(out);
      out.writeInt(rejecting.size());
      for (int chunk : rejecting) {
        out.writeInt(chunk);
      }
      states.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Merges a state that {@link #pack} wrote into this one. */
  public void merge(byte[] packed) {
    try (DataInputStream in =
        new DataInputStream(new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(packed)))) {
      chunks += in.readInt();
      rejected += in.readLong();
      rows.add(RowFold.read(in));
      for (int left = in.readInt(); left > 0; left--) {
        rejecting.add(in.readInt());
      }
      states.mergeFrom(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
