package io.sextant.text.guard;

import io.sextant.fault.BadInputException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bounds the cost of a tokenizer's regular expression. The native library's matcher (Oniguruma)
 * backtracks, and ends the process if one match takes ten million steps. So expressions that may
 * have no polynomial bound are refused: repeated groups, back references and recursion.
 */
final class PatternCost {
  private static final int LONGEST = 1000;
  private static final int DEEPEST = 10;
  private static final int MOST_REPEATS = 1000;

  /** Letters that may follow a backslash, for classes, anchors and characters by code. */
  private static final String ESCAPES = "dDsSwWhHpPbBAzZntrfveaxu0";

  /** The beginning of a special group, after the opening parenthesis. */
  private static final Pattern KIND =
      Pattern.compile("\\?(:|=|!|>|<=|<!|<[A-Za-z_]\\w*>|[im-]+:|[im-]+(?=\\)))");

  private final String pattern;
  private final String where;
  private int at;
  private int depth;

  private PatternCost(String pattern, String where) {
    this.pattern = pattern;
    this.where = where;
  }

  /**
   * Returns the cost of a pattern.
   *
   * @param where the file and the step, for messages
   * @throws BadInputException if the cost is not known to have a bound
   */
  static Cost of(String pattern, String where) {
    if (pattern.length() > LONGEST) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s has a pattern of %s characters; at most %s are taken",
              where,
              Integer.toString(pattern.length()),
              Integer.toString(LONGEST)));
    }
    PatternCost parser = new PatternCost(pattern, where);
    Cost cost = parser.alternatives();
    if (parser.at < pattern.length()) {
      throw parser.refused("closes a group that it did not open");
    }
    return cost;
  }

  private Cost alternatives() {
    Cost all = sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      all = all.or(sequence());
    }
    return all;
  }

  private Cost sequence() {
    Cost cost = Cost.ONE;
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      boolean group = pattern.charAt(at) == '(';
      Cost one = group ? group() : atom();
      cost = cost.then(repeated(one, group));
    }
    return cost;
  }

  /** Returns the cost of an atom or a group with the quantifier that follows it. */
  private Cost repeated(Cost one, boolean group) {
    if (at == pattern.length() || "?*+{".indexOf(pattern.charAt(at)) < 0) {
      return one;
    }
    char quantifier = pattern.charAt(at);
    double most = quantifier == '{' ? counted() : quantifier == '?' ? 1 : Double.POSITIVE_INFINITY;
    if (quantifier != '{') {
      at++;
      // A lazy or possessive quantifier has the same matches in another order, or fewer.
      if (at < pattern.length() && "?+".indexOf(pattern.charAt(at)) >= 0) {
        at++;
      }
    }
    if (at < pattern.length() && "?*+{".indexOf(pattern.charAt(at)) >= 0) {
      throw refused("repeats what is repeated");
    }
    if (group && most > 1) {
      throw refused("repeats a group");
    }
    Cost ways = Double.isInfinite(most) ? new Cost(0, 1) : new Cost(most + 1);
    return group ? one.or(Cost.ONE) : ways;
  }

  /** Returns the greatest number of repeats of {@code {m}}, {@code {m,n}} or {@code {m,}}. */
  private double counted() {
    int end = pattern.indexOf('}', at);
    String body = end < 0 ? "" : pattern.substring(at + 1, end);
    if (!body.matches("\\d{1,4}(,\\d{0,4})?|,\\d{1,4}")) {
      throw refused("has a { that counts no repeats");
    }
    at = end + 1;
    if (body.endsWith(",")) {
      return Double.POSITIVE_INFINITY;
    }
    int most = Integer.parseInt(body.substring(body.indexOf(',') + 1));
    if (most > MOST_REPEATS) {
      throw refused("repeats more than " + MOST_REPEATS + " times");
    }
    return most;
  }

  private Cost group() {
    if (++depth > DEEPEST) {
      throw refused("nests more than " + DEEPEST + " groups");
    }
    at++;
    if (at < pattern.length() && pattern.charAt(at) == '?') {
      String rest = pattern.substring(at);
      Matcher kind = KIND.matcher(rest);
      if (!kind.lookingAt()) {
        throw refused("has a group of an unknown kind");
      }
      at += kind.end();
    }
    Cost inner = alternatives();
    if (at == pattern.length()) {
      throw refused("leaves a group open");
    }
    at++;
    depth--;
    return inner;
  }

  private Cost atom() {
    char first = pattern.charAt(at);
    if ("?*+{".indexOf(first) >= 0) {
      throw refused("repeats nothing");
    }
    if (first == '[') {
      characterClass();
    } else if (first == '\\') {
      escape();
    } else {
      at++;
    }
    return Cost.ONE;
  }

  private void characterClass() {
    int open = 0;
    do {
      char next = at < pattern.length() ? pattern.charAt(at) : 0;
      if (next == 0 || open > DEEPEST) {
        throw refused("leaves a class open");
      }
      if (next == '\\') {
        escape();
        continue;
      }
      open += next == '[' ? 1 : next == ']' ? -1 : 0;
      at++;
      if (next == '[' && at < pattern.length() && pattern.charAt(at) == '^') {
        at++;
      }
      if (next == '[' && at < pattern.length() && pattern.charAt(at) == ']') {
        throw refused("has an empty class");
      }
    } while (open > 0);
  }

  private void escape() {
    char letter = at + 1 < pattern.length() ? pattern.charAt(at + 1) : 0;
    if (letter == 0 || Character.isLetterOrDigit(letter) && ESCAPES.indexOf(letter) < 0) {
      throw refused("has an escape that is not known: \\" + (letter == 0 ? "" : letter));
    }
    at += 2;
    if ("pPx".indexOf(letter) >= 0 && at < pattern.length() && pattern.charAt(at) == '{') {
      int end = pattern.indexOf('}', at);
      if (end < 0) {
        throw refused("leaves a { open");
      }
      at = end + 1;
    }
  }

  private BadInputException refused(String fault) {
    return new BadInputException(
        String.format(
            Locale.ROOT,
            "%s has the pattern %s, which %s: its time has no bound, or is not known",
            where,
            pattern,
            fault));
  }
}
