package io.sextant.profile;

import io.sextant.text.SentencePair;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A sentence pair inside a state; sentences may be longer than {@code writeUTF} can take. */
final class PairIo {
  private PairIo() {}

  static void write(DataOutput out, SentencePair pair) throws IOException {
    write(out, pair.id());
    write(out, pair.group());
    write(out, pair.sentenceA());
    write(out, pair.sentenceB());
  }

  static SentencePair read(DataInput in) throws IOException {
    return new SentencePair(readText(in), readText(in), readText(in), readText(in));
  }

  private static void write(DataOutput out, String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
