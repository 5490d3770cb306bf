package io.sextant.redaction;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides the user part before the host of an address, as in {@code s3a://KEY:SECRET@bucket}. The
 * part ends at the last {@code @} before the path. But a password may contain {@code /}, {@code ?}
 * or {@code #}. So if a colon is not followed by a port, the part ends at the last {@code @} of the
 * address.
 */
final class SecretAddresses {
  private static final Pattern SCHEME =
      Pattern.compile("(?<![a-zA-Z0-9+.-])([a-zA-Z][a-zA-Z0-9+.-]*+)://");

  private static final Pattern END = Pattern.compile("[\\s\"'<>]");
  private static final Pattern PATH = Pattern.compile("[/?#]");
  private static final Pattern PORT = Pattern.compile("[^:]*:[0-9]{1,5}|\\[.*");

  /**
   * An address without a scheme, {@code me:PASSWORD@host}, as in network errors. The digest of a
   * container image, which has the same form, is left out.
   */
  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile("(?<![\\w/.@+-])[\\w.+-]++:[^\\s/:\"']+@(?!sha256:)(?=[\\w.-])");

  private static final Pattern ORACLE = Pattern.compile("(\\bjdbc:\\w+:\\w+:)[^\\s@]+(?=@)");

  /** Schemes of Azure, whose part before the host is the name of a container. */
  private static final Set<String> CONTAINER = Set.of("abfs", "abfss", "wasb", "wasbs");

  private SecretAddresses() {}

  static String hide(String text) {
    if (text.indexOf('@') < 0) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    Matcher scheme = SCHEME.matcher(text);
    int from = 0;
    for (boolean found = scheme.find(); found; ) {
      String name = scheme.group(1);
      int begin = scheme.end();
      found = scheme.find();
      String address = address(text, begin, found ? scheme.start() : text.length());
      int at = endOfUser(address);
      boolean isContainer = CONTAINER.contains(name) && address.lastIndexOf(':', at) < 0;
      if (at >= 0 && !isContainer) {
        shown.append(text, from, begin).append(Secrets.HIDDEN);
        from = begin + at;
      }
    }
    shown.append(text, from, text.length());
    String schemes = ORACLE.matcher(shown).replaceAll("$1" + Secrets.HIDDEN);
    return WITHOUT_SCHEME.matcher(schemes).replaceAll(Secrets.HIDDEN + "@");
  }

  private static String address(String text, int begin, int limit) {
    Matcher end = END.matcher(text).region(begin, limit);
    return text.substring(begin, end.find() ? end.start() : limit);
  }

  private static int endOfUser(String address) {
    Matcher path = PATH.matcher(address);
    String authority = path.find() ? address.substring(0, path.start()) : address;
    int at = authority.lastIndexOf('@');
    boolean isHost = authority.indexOf(':') < 0 || PORT.matcher(authority).matches();
    return at >= 0 || isHost ? at : address.lastIndexOf('@');
  }
}
