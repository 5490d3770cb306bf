package io.sextant.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Recognises characters of scripts without spaces between words, such as Han, kana and Thai. */
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

  /** Returns whether a character belongs to such a script. */
  public static boolean is(int codePoint) {
    return isEastAsian(codePoint)
        || (codePoint >= 0x0E00 && SOUTH_EAST_ASIAN.contains(UnicodeScript.of(codePoint)));
  }

  /** Returns whether a text has a character of such a script. */
  public static boolean anyIn(String text) {
    return text.codePoints().anyMatch(Unspaced::is);
  }

  /**
   * Returns whether a character belongs to the script of Chinese, Japanese or Yi, the prolonged
   * sound mark included.
   */
  public static boolean isEastAsian(int codePoint) {
    return codePoint >= 0x2E80
        && (codePoint == 'ー'
            || codePoint == 'ｰ'
            || EAST_ASIAN.contains(UnicodeScript.of(codePoint)));
  }
}
