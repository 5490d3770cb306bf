package io.sextant.job.chunk;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.sextant.profile.PairMaps;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * The file of the maps that a chunk has kept of pairs that may be shown. It is compressed with
 * Zstandard, whose checksum detects damage.
 */
final class MapFile {
  private static final int MAGIC = 0x53584D01;
  private static final int LEVEL = 1;

  private MapFile() {}

  static void write(OutputStream out, String identity, List<PairMaps> maps) throws IOException {
    OutputStream packed = new ZstdOutputStreamNoFinalizer(out, LEVEL).setChecksum(true);
    try (DataOutputStream data = new DataOutputStream(new BufferedOutputStream(packed))) {
      data.writeInt(MAGIC);
      data.writeUTF(identity);
      data.writeInt(maps.size());
      for (PairMaps of : maps) {
        of.write(data);
      }
    }
  }

  /**
   * Reads the maps.
   *
   * @throws ZipException if they belong to another run
   */
  static List<PairMaps> read(InputStream in, String identity) throws IOException {
    try (DataInputStream data =
        new DataInputStream(new BufferedInputStream(new ZstdInputStreamNoFinalizer(in)))) {
      if (data.readInt() != MAGIC) {
        throw new ZipException("not a file of maps of this version");
      }
      String owner = data.readUTF();
      if (!owner.equals(identity)) {
        throw new ZipException("maps of run " + owner + ", not of " + identity);
      }
      List<PairMaps> maps = new ArrayList<>();
      for (int left = data.readInt(); left > 0; left--) {
        maps.add(PairMaps.read(data));
      }
      return maps;
    }
  }
}
