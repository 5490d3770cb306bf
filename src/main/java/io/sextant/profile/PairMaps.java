package io.sextant.profile;

import io.sextant.profile.state.NullableText;
import io.sextant.table.row.ShownPair;
import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The attention of some heads in a pair.
 *
 * @param pair the pair, of n tokens
 * @param maps the n x n weights by query and key of each head; heads are counted over all layers
 */
public record PairMaps(ShownPair pair, TreeMap<Integer, float[]> maps) {

  /** Returns a pair as it is displayed with a map. */
  public static ShownPair shown(EncodedPair encoded) {
    return new ShownPair(
        encoded.pair().id(),
        encoded.tokens(),
        IntStream.range(0, encoded.size()).map(encoded::side).toArray(),
        encoded.wordOf(),
        encoded.words().stream().map(Word::text).toList());
  }

  public void write(DataOutput out) throws IOException {
    NullableText.write(out, pair.pairId());
    write(out, pair.tokens());
    for (int token = 0; token < pair.tokens().size(); token++) {
      out.writeInt(pair.segments()[token]);
      out.writeInt(pair.wordOf()[token]);
    }
    write(out, pair.words());
    out.writeInt(maps.size());
    for (Map.Entry<Integer, float[]> map : maps.entrySet()) {
      out.writeInt(map.getKey());
      ByteBuffer bytes = ByteBuffer.allocate(map.getValue().length * Float.BYTES);
      bytes.asFloatBuffer().put(map.getValue());
      out.write(bytes.array());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static PairMaps read(DataInput in) throws IOException {
    String id = NullableText.read(in);
    List<String> tokens = texts(in);
    int n = tokens.size();
    int[] segments = new int[n];
    int[] wordOf = new int[n];
    for (int token = 0; token < n; token++) {
      segments[token] = in.readInt();
      wordOf[token] = in.readInt();
    }
    ShownPair pair = new ShownPair(id, tokens, segments, wordOf, texts(in));
    TreeMap<Integer, float[]> maps = new TreeMap<>();
    ByteBuffer bytes = ByteBuffer.allocate(n * n * Float.BYTES);
    for (int left = in.readInt(); left > 0; left--) {
      int head = in.readInt();
      in.readFully(bytes.array());
      float[] map = new float[n * n];
      bytes.asFloatBuffer().get(map);
      maps.put(head, map);
    }
    return new PairMaps(pair, maps);
  }

  private static void write(DataOutput out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      NullableText.write(out, text);
    }
  }

  private static List<String> texts(DataInput in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(NullableText.read(in));
    }
    return texts;
  }
}
