package io.sextant.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ES module of the page's scripts. It imports by {@code import { a, b } from "./name.js";}, and
 * exports by {@code export} before a {@code const}, {@code function} or {@code class}, each at the
 * start of a line. Other forms are refused, also {@code export let}, because an importer gets a
 * copy of the value.
 *
 * @param imports the imported names, by module
 * @param body the text without imports and without the word {@code export}
 */
public record ScriptModule(
    String name, Map<String, List<String>> imports, List<String> exports, String body) {
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import \\{([^}]*)} from \"\\./(\\w+)\\.js\";\n");
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export ((?:const|class|(?:async )?function) (\\w+|\\{[^}]*}))");
  private static final Pattern OTHER_FORM = Pattern.compile("(?m)^(?:import|export)\\b.*");

  /**
   * Reads a module.
   *
   * @throws IllegalStateException if it imports or exports in another form
   */
  static ScriptModule parse(String name, String text) {
    Map<String, List<String>> imports = new LinkedHashMap<>();
    List<String> exports = new ArrayList<>();
    IMPORT.matcher(text).results().forEach(i -> imports.put(i.group(2), names(i.group(1))));
    EXPORT.matcher(text).results().forEach(e -> exports.addAll(names(e.group(2))));
    String body = EXPORT.matcher(IMPORT.matcher(text).replaceAll("")).replaceAll("$1");
    Matcher other = OTHER_FORM.matcher(body);
    if (other.find()) {
      throw new IllegalStateException(
          name + ".js imports or exports in a form that the page cannot take: " + other.group());
    }
    return new ScriptModule(name, imports, exports, body);
  }

  private static List<String> names(String list) {
    return Arrays.stream(list.replaceAll("[{}]", "").split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Returns the module as a function that is called at once and returns the exported names. */
  String scope() {
    StringBuilder scope = new StringBuilder("const $" + name + " = (() => {\n");
    imports.forEach(
        (from, names) ->
            scope.append("const { " + String.join(", ", names) + " } = $" + from + ";\n"));
    return scope
        .append(body)
        .append("return { " + String.join(", ", exports) + " };\n})();\n")
        .toString();
  }
}
