package io.sextant.bert.files;

import io.sextant.fault.BadInputException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Small files of UTF-8 text. */
public final class SmallText {

  private SmallText() {}

  public static String read(ModelFiles files, String name) {
    return decode(files.where(name), files.read(name));
  }

  /** The text of UTF-8 bytes; {@code where} begins the message where they are none. */
  public static String decode(String where, ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new BadInputException(where + " is not UTF-8", e);
    }
  }
}
