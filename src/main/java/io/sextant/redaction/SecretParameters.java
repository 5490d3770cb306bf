package io.sextant.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides the values of parameters whose names denote secrets, such as {@code password=...}, {@code
 * fs.s3a.secret.key: ...} and {@code "token": "..."}. A name is split into words at dots, dashes,
 * underscores and capitals, and whole words are compared, so {@code tokenizer.json: ...} is not
 * hidden.
 */
final class SecretParameters {
  private static final Pattern PARAMETER =
      Pattern.compile("(?<![\\w.-])([\"']?)([\\w.-]++)\\1(\\s*[=:]\\s*)");

  private static final Pattern WORD_END = Pattern.compile("[._-]+|(?<=[a-z0-9])(?=[A-Z])");

  private static final Set<String> PASSWORDS =
      Set.of("password", "passwd", "pwd", "passphrase", "secret", "secrets", "apikey");

  private static final Set<String> OTHERS =
      Set.of("token", "credential", "credentials", "signature", "sig", "sas", "authorization");

  private static final List<String> BEFORE_KEY =
      List.of("access", "secret", "api", "account", "private", "encryption", "shared", "storage");

  /** Last words of names that describe a secret but do not hold it, such as a path or a type. */
  private static final Set<String> ABOUT =
      Set.of(
          "provider",
          "providers",
          "path",
          "file",
          "class",
          "enabled",
          "algorithm",
          "type",
          "types",
          "length",
          "ids",
          "count",
          "size",
          "format",
          "lifetime",
          "interval");

  /** Words before {@code token} in the names of a tokenizer's settings, which are no secrets. */
  private static final Set<String> OF_TOKENIZER =
      Set.of("unk", "cls", "sep", "pad", "mask", "bos", "eos", "added", "special", "next", "per");

  private static final Pattern SPECIAL_TOKEN = Pattern.compile("\\[[A-Z]+]|</?\\w+>");
  private static final Pattern RANDOM =
      Pattern.compile("(?=\\D*\\d)(?=[^a-zA-Z]*[a-zA-Z])[\\w+/=.-]{16,}");

  private SecretParameters() {}

  static String hide(String text) {
    Matcher parameter = PARAMETER.matcher(text);
    StringBuilder shown = new StringBuilder();
    int from = 0;
    for (int next = 0; next < text.length() && parameter.find(next); ) {
      next = parameter.end();
      if (isSecret(parameter.group(2))) {
        boolean quoted = next < text.length() && isQuote(text.charAt(next));
        int begin = quoted ? next + 1 : next;
        int end = quoted ? endOfQuoted(text, next) : endOfValue(text, next);
        if (begin < end && isValue(parameter, text.substring(begin, end))) {
          shown.append(text, from, begin).append(Secrets.HIDDEN);
          from = end;
          next = end;
        }
      }
    }
    return shown.append(text, from, text.length()).toString();
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static int endOfQuoted(String text, int quote) {
    int end = text.indexOf(text.charAt(quote), quote + 1);
    return end < 0 ? text.length() : end;
  }

  /**
   * Returns the end of an unquoted value. It ends at the next parameter of an address, at white
   * space, or at a closing quotation mark. Brackets and punctuation before the last two do not
   * belong to it.
   */
  private static int endOfValue(String text, int begin) {
    int end = begin;
    while (end < text.length() && !isEnd(text, end)) {
      end++;
    }
    boolean more = end < text.length() && (text.charAt(end) == '&' || text.charAt(end) == ';');
    while (!more && end > begin && ",.)]}".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean isEnd(String text, int at) {
    char c = text.charAt(at);
    boolean last = at + 1 == text.length();
    return c == '&'
        || c == ';'
        || Character.isWhitespace(c)
        || (isQuote(c) && (last || " ,.)]};:".indexOf(text.charAt(at + 1)) >= 0));
  }

  /** Hides the rest of a word of a command after the first name that denotes a secret. */
  static String hideToTheEnd(String word) {
    Matcher parameter = PARAMETER.matcher(word);
    while (parameter.find()) {
      if (parameter.group(3).equals("=") && isSecret(parameter.group(2))) {
        return word.substring(0, parameter.end()) + Secrets.HIDDEN;
      }
    }
    return word;
  }

  /** Returns whether a word of a command is an option whose value, the next word, is a secret. */
  static boolean isSecretOption(String word) {
    return word.startsWith("-") && word.indexOf('=') < 0 && isSecret(word);
  }

  private static boolean isValue(Matcher parameter, String value) {
    if (SPECIAL_TOKEN.matcher(value).matches()) {
      return false;
    }
    // "token: the" may be a sentence about tokens, but "password: x" and "access_token: x" are not.
    boolean prose = parameter.group(3).contains(":") && parameter.group(1).isEmpty();
    boolean plain = OTHERS.contains(parameter.group(2).toLowerCase(Locale.ROOT));
    return !(prose && plain) || RANDOM.matcher(value).matches();
  }

  private static boolean isSecret(String name) {
    // These are the working directories of a shell, not passwords.
    if (name.equals("PWD") || name.equals("OLDPWD")) {
      return false;
    }
    String[] words = WORD_END.split(name);
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].toLowerCase(Locale.ROOT);
    }
    if (words.length == 0 || ABOUT.contains(words[words.length - 1])) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      String before = i == 0 ? "" : words[i - 1];
      boolean isKey = words[i].startsWith("key") && BEFORE_KEY.stream().anyMatch(before::endsWith);
      boolean isToken = !words[i].equals("token") || !OF_TOKENIZER.contains(before);
      if (isKey || PASSWORDS.contains(words[i]) || (OTHERS.contains(words[i]) && isToken)) {
        return true;
      }
    }
    return false;
  }
}
