package io.sextant.text.guard;

import io.sextant.fault.BadInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.BitSet;

/**
 * Checks SentencePiece's precompiled map of characters. It consists of the size of a trie in bytes,
 * the trie (a double array, as Darts builds it), and the texts to which its leaves point. The
 * native library reads them without checks, so every unit that it can reach is checked here.
 */
final class CharsMap {
  private static final int MOST_BYTES = 8 << 20;

  private final String where;
  private final int[] units;
  private final byte[] texts;

  private CharsMap(String where, int[] units, byte[] texts) {
    this.where = where;
    this.units = units;
    this.texts = texts;
  }

  /** Refuses a map that points outside itself; {@code where} is the file, for messages. */
  static void check(String base64, String where) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(where + ": precompiled_charsmap is not Base64", e);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int size = bytes.length < 2 * Integer.BYTES ? -1 : buffer.getInt();
    if (size <= 0
        || size % Integer.BYTES != 0
        || size > bytes.length - Integer.BYTES
        || bytes.length > MOST_BYTES) {
      throw new BadInputException(
          where + ": precompiled_charsmap does not have the trie whose size it states");
    }
    int[] units = new int[size / Integer.BYTES];
    buffer.asIntBuffer().get(units);
    byte[] texts = new byte[bytes.length - Integer.BYTES - size];
    buffer.position(Integer.BYTES + size).get(texts);
    CharsMap map = new CharsMap(where, units, texts);
    map.checkTexts();
    map.checkTrie();
  }

  private void checkTexts() {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(texts));
    } catch (CharacterCodingException e) {
      throw new BadInputException(where + ": precompiled_charsmap holds text that is not UTF-8", e);
    }
  }

  /** Checks every unit that can be reached from the root. */
  private void checkTrie() {
    BitSet seen = new BitSet();
    ArrayDeque<Integer> bases = new ArrayDeque<>();
    bases.add(offset(units[0]));
    while (!bases.isEmpty()) {
      int base = bases.remove();
      require((base | 0xff) < units.length);
      if (seen.get(base)) {
        continue;
      }
      seen.set(base);
      for (int label = 1; label <= 0xff; label++) {
        int unit = units[base ^ label];
        if ((unit & (1 << 31 | 0xff)) == label) {
          int next = base ^ label ^ offset(unit);
          require(next >= 0 && next < units.length);
          if ((unit >>> 8 & 1) == 1) {
            checkLeaf(units[next] & Integer.MAX_VALUE);
          }
          bases.add(next);
        }
      }
    }
  }

  private void checkLeaf(int text) {
    require(text <= texts.length);
    require(text == texts.length || (texts[text] & 0xc0) != 0x80);
  }

  private void require(boolean holds) {
    if (!holds) {
      throw new BadInputException(where + ": precompiled_charsmap points outside itself");
    }
  }

  private static int offset(int unit) {
    return unit >>> 10 << ((unit & 1 << 9) >>> 6);
  }
}
