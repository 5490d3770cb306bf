package io.sextant.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Keeps passwords and keys that stand in addresses out of records, logs and messages. */
public final class Secrets {
  private static final String HIDDEN = "***";

  /** What stands before the host: {@code s3a://KEY:SECRET@bucket}. */
  private static final Pattern USER = Pattern.compile("(\\b[a-zA-Z][a-zA-Z0-9+.-]*://)[^/@\\s]+@");

  /** A parameter with a telling name: {@code password=...}, {@code fs.s3a.secret.key: ...}. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)\\b([\\w.-]*(?:password|passwd|pwd|secret|token|credential|signature|access.?key)[\\w.-]*\\s*[=:]\\s*|[?&;]sig=)[^&;,\\s\\]\\)\"']+");

  private Secrets() {}

  /** The text without them; null stays null. */
  public static String hide(String text) {
    if (text == null) {
      return null;
    }
    String known = USER.matcher(text).replaceAll("$1" + HIDDEN + "@");
    return PARAMETER.matcher(known).replaceAll("$1" + HIDDEN);
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
}
