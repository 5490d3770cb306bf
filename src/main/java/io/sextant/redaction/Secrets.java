package io.sextant.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Keeps passwords and keys out of records, logs, messages and printed commands: what stands before
 * the host of an address, values of parameters whose name tells, and what looks like a token of a
 * well-known kind. All that Sextant shows goes through here.
 */
public final class Secrets {
  static final String HIDDEN = "***";

  /** Keys of AWS, tokens of Hugging Face and GitHub, JSON web tokens, headers. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\b(?:(?:AKIA|ASIA)[0-9A-Z]{16}|hf_[A-Za-z0-9]{16,}|gh[pousr]_[A-Za-z0-9]{20,}"
              + "|github_pat_\\w{20,}|eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]+"
              + "|(?i:(?<=bearer |basic ))(?=[\\w.~+/-]*[\\d=])[\\w.~+/-]{12,}=*)");

  private Secrets() {}

  /** The text without them; null stays null. */
  public static String hide(String text) {
    if (text == null) {
      return null;
    }
    String shown = SecretParameters.hide(SecretAddresses.hide(text));
    return TOKEN.matcher(shown).replaceAll(HIDDEN);
  }

  /** The same for every text in a list. */
  public static List<String> hide(List<String> texts) {
    return texts.stream().map(Secrets::hide).toList();
  }

  /** The same for every text in settings, and in the lists among them. */
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

  /** The same for a command: a parameter's value goes on to the end of its word, or is the next. */
  static List<String> hideInCommand(List<String> words) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean isValue = i > 0 && SecretParameters.isSecretOption(words.get(i - 1));
      shown.add(isValue ? HIDDEN : hide(SecretParameters.hideToTheEnd(words.get(i))));
    }
    return shown;
  }
}
