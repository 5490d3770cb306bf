package io.sextant.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Characters of scripts that put no space between words, such as Han, kana and Thai. */
public final class Unspaced {
  private static final Set<UnicodeScript> EAST_ASIAN =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  private static final Set<UnicodeScript> SOUTH_EAST_ASIAN =
      EnumSet.of(
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN,
          UnicodeScript.JAVANESE,
          UnicodeScript.BALINESE,
          UnicodeScript.TAI_LE,
          UnicodeScript.NEW_TAI_LUE,
          UnicodeScript.TAI_THAM,
          UnicodeScript.TAI_VIET);

  private Unspaced() {}

  /** Whether a character is a letter, or goes with one, of such a script. */
  public static boolean is(int codePoint) {
    return isEastAsian(codePoint)
        || (codePoint >= 0x0E00 && SOUTH_EAST_ASIAN.contains(UnicodeScript.of(codePoint)));
  }

  /** Whether a text has such a character. */
  public static boolean anyIn(String text) {
    return text.codePoints().anyMatch(Unspaced::is);
  }

  /** The same for Chinese, Japanese and Yi alone; a prolonged sound mark is kana. */
  public static boolean isEastAsian(int codePoint) {
    return codePoint >= 0x2E80
        && (codePoint == 'ー'
            || codePoint == 'ｰ'
            || EAST_ASIAN.contains(UnicodeScript.of(codePoint)));
  }
}
