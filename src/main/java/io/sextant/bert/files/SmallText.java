package io.sextant.bert.files;

import io.sextant.fault.BadInputException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads small files of UTF-8 text. */
public final class SmallText {

  private SmallText() {}

  public static String read(ModelFiles files, String name) {
    return decode(files.where(name), files.read(name));
  }

  /** Decodes UTF-8 bytes; {@code where} is the file, for messages. */
  public static String decode(String where, ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new BadInputException(where + " is not UTF-8", e);
    }
  }
}
