package io.sextant.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Removes passwords and keys from records, logs, messages and printed commands. It hides the user
 * part of addresses, the values of parameters whose names denote secrets, and tokens of well-known
 * formats. Everything that Sextant shows passes through this class.
 */
public final class Secrets {
  static final String HIDDEN = "***";

  /**
   * The formats of AWS keys, tokens of Hugging Face and GitHub, JSON web tokens and authorization
   * headers.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\b(?:(?:AKIA|ASIA)[0-9A-Z]{16}|hf_[A-Za-z0-9]{16,}|gh[pousr]_[A-Za-z0-9]{20,}"
              + "|github_pat_\\w{20,}|eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]+"
              + "|(?i:(?<=bearer |basic ))(?=[\\w.~+/-]*[\\d=])[\\w.~+/-]{12,}=*)");

  private Secrets() {}

  /** Returns the text with its secrets replaced; null for null. */
  public static String hide(String text) {
    if (text == null) {
      return null;
    }
    String shown = SecretParameters.hide(SecretAddresses.hide(text));
    return TOKEN.matcher(shown).replaceAll(HIDDEN);
  }

  /** Returns the texts with their secrets replaced. */
  public static List<String> hide(List<String> texts) {
    return texts.stream().map(Secrets::hide).toList();
  }

  /** Returns settings in which the secrets of all texts, also in lists, are replaced. */
  public static Map<String, Object> hide(Map<String, Object> settings) {
    Map<String, Object> hidden = new TreeMap<>();
    settings.forEach((key, value) -> hidden.put(key, hideValue(value)));
    return hidden;
  }

  private static Object hideValue(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Secrets::hideValue).toList();
    }
    return value instanceof String text ? hide(text) : value;
  }

  /**
   * Returns the words of a command with their secrets replaced. A parameter's value is the rest of
   * its word or the whole next word.
   */
  static List<String> hideInCommand(List<String> words) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean isValue = i > 0 && SecretParameters.isSecretOption(words.get(i - 1));
      shown.add(isValue ? HIDDEN : hide(SecretParameters.hideToTheEnd(words.get(i))));
    }
    return shown;
  }
}
