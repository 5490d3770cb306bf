package io.sextant.job.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdIOException;
import io.sextant.profile.PairMaps;
import io.sextant.table.row.ShownPair;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class MapFileTest {

  @Test
  void whatWasWrittenIsRead() throws IOException {
    PairMaps read = read(written()).get(0);
    assertThat(read.pair().tokens()).containsExactly("[CLS]", "a");
    assertThat(read.maps().get(7)).containsExactly(.25f, .75f, .5f, .5f);
  }

  @Test
  void noChangeOfAByteGivesOtherMaps() throws IOException {
    byte[] file = written();
    for (int at = 0; at < file.length; at++) {
      byte[] changed = changed(file, at);
      try {
        // Zstandard's header has bits that change no content, as those of the size of its window.
        assertThat(write(read(changed))).as("byte %d", at).isEqualTo(file);
      } catch (IOException e) {
        assertThat(e).as("byte %d", at).isInstanceOfAny(ZstdIOException.class, ZipException.class);
      }
    }
  }

  @Test
  void theChecksumIsVerified() throws IOException {
    byte[] file = written();
    for (int at = file.length - Integer.BYTES; at < file.length; at++) {
      byte[] changed = changed(file, at);
      assertThatThrownBy(() -> read(changed)).isInstanceOf(ZstdIOException.class);
    }
  }

  @Test
  void aFileThatEndsEarlyIsRefused() throws IOException {
    byte[] file = written();
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(IOException.class);
    }
  }

  @Test
  void mapsOfAnotherRunAreRefused() throws IOException {
    byte[] file = written();
    assertThatThrownBy(() -> MapFile.read(new ByteArrayInputStream(file), "other"))
        .isInstanceOf(ZipException.class)
        .hasMessageContainingAll("this", "other");
  }

  private static byte[] written() throws IOException {
    ShownPair pair =
        new ShownPair(
            "id", List.of("[CLS]", "a"), new int[] {-1, 0}, new int[] {-1, 0}, List.of("a"));
    return write(
        List.of(new PairMaps(pair, new TreeMap<>(Map.of(7, new float[] {.25f, .75f, .5f, .5f})))));
  }

  private static byte[] changed(byte[] file, int at) {
    byte[] changed = file.clone();
    changed[at] ^= 1;
    return changed;
  }

  private static byte[] write(List<PairMaps> maps) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MapFile.write(out, "this", maps);
    return out.toByteArray();
  }

  private static List<PairMaps> read(byte[] file) throws IOException {
    return MapFile.read(new ByteArrayInputStream(file), "this");
  }
}
