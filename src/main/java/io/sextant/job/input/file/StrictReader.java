package io.sextant.job.input.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes a stream, and marks bytes that cannot be decoded as {@link StrictText} defines. */
final class StrictReader extends Reader {
  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
  private final StringBuilder escaped = new StringBuilder();
  private boolean atEnd;

  StrictReader(InputStream in, Charset charset) {
    this.in = in;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    CharBuffer chars = CharBuffer.wrap(into, offset, length).slice();
    while (true) {
      putEscaped(chars);
      if (!chars.hasRemaining()) {
        return chars.position();
      }
      CoderResult result = decoder.decode(bytes, chars, atEnd);
      if (result.isError()) {
        for (int i = 0; i < result.length(); i++) {
          escaped.append((char) (0xdc00 | bytes.get() & 0xff));
        }
      } else if (result.isOverflow()) {
        // A surrogate pair does not fit into the one place that is left.
        return chars.position() > 0 ? chars.position() : readOne(into, offset);
      } else if (atEnd) {
        return chars.position() > 0 ? chars.position() : -1;
      } else {
        fill();
      }
    }
  }

  private int readOne(char[] into, int offset) throws IOException {
    char[] two = new char[2];
    int read = read(two, 0, 2);
    into[offset] = two[0];
    if (read == 2) {
      escaped.append(two[1]);
    }
    return 1;
  }

  private void putEscaped(CharBuffer chars) {
    int number = Math.min(escaped.length(), chars.remaining());
    chars.append(escaped, 0, number);
    escaped.delete(0, number);
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    atEnd = read < 0;
    bytes.position(bytes.position() + Math.max(read, 0));
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
