package io.sextant.report.page;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A script without its comments and string literals: only names, numbers and punctuation are left.
 */
final class ScriptCode {
  private final String script;
  private final StringBuilder code = new StringBuilder();

  /** For each open template expression, the number of braces that are open in it. */
  private final Deque<Integer> templates = new ArrayDeque<>();

  private int at;

  private ScriptCode(String script) {
    this.script = script;
  }

  static String of(String script) {
    ScriptCode scanner = new ScriptCode(script);
    while (scanner.at < script.length()) {
      scanner.step();
    }
    return scanner.code.toString();
  }

  private void step() {
    char c = script.charAt(at);
    if (script.startsWith("//", at)) {
      skipTo("\n");
    } else if (script.startsWith("/*", at)) {
      skipTo("*/");
    } else if (c == '"' || c == '\'') {
      skipText(c);
    } else if (c == '/' && !followsValue()) {
      skipText('/');
    } else if (c == '`') {
      skipTemplate();
    } else if (c == '}' && !templates.isEmpty() && templates.peek() == 0) {
      templates.pop();
      skipTemplate();
    } else {
      if (!templates.isEmpty() && (c == '{' || c == '}')) {
        templates.push(templates.pop() + (c == '{' ? 1 : -1));
      }
      code.append(c);
      at++;
    }
  }

  /**
   * Returns whether a slash at this position is a division, not the start of a regular expression.
   */
  private boolean followsValue() {
    String before = code.toString().stripTrailing();
    return before.matches("(?s).*[\\w$)\\]\"]") && !before.matches("(?s).*\\breturn");
  }

  private void skipTo(String end) {
    int found = script.indexOf(end, at);
    at = found < 0 ? script.length() : found + end.length();
    code.append(' ');
  }

  /**
   * Skips a string literal, or a regular expression, whose character classes may contain slashes.
   */
  private void skipText(char end) {
    boolean inClass = false;
    for (at++; script.charAt(at) != end || inClass; at++) {
      switch (script.charAt(at)) {
        case '\\' -> at++;
        case '[' -> inClass = end == '/';
        case ']' -> inClass = false;
        default -> {}
      }
    }
    at++;
    code.append("\"\"");
  }

  /** Skips the text of a template literal, up to its end or to its next expression. */
  private void skipTemplate() {
    for (at++; script.charAt(at) != '`'; at++) {
      if (script.startsWith("${", at)) {
        at += 2;
        templates.push(0);
        code.append(';');
        return;
      }
      if (script.charAt(at) == '\\') {
        at++;
      }
    }
    at++;
    code.append("\"\"");
  }
}
