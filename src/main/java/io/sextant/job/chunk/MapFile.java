package io.sextant.job.chunk;

import com.github.luben.zstd.ZstdIOException;
import io.sextant.profile.PairMaps;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/** The file of the maps that a chunk has kept of pairs that may be shown. */
final class MapFile {
  private static final CompressedFile FORMAT = new CompressedFile(0x53584D01, "map");

  private MapFile() {}

  static void write(OutputStream out, String identity, List<PairMaps> maps) throws IOException {
    try (DataOutputStream data = FORMAT.create(out, identity)) {
      data.writeInt(maps.size());
      for (PairMaps of : maps) {
        of.write(data);
      }
    }
  }

  /**
   * Reads the maps.
   *
   * @throws ZstdIOException if the file is damaged
   * @throws ZipException if they belong to another run
   */
  static List<PairMaps> read(InputStream in, String identity) throws IOException {
    try (DataInputStream data = FORMAT.open(in, identity)) {
      List<PairMaps> maps = new ArrayList<>();
      for (int left = data.readInt(); left > 0; left--) {
        maps.add(PairMaps.read(data));
      }
      FORMAT.requireEnd(data);
      return maps;
    }
  }
}
