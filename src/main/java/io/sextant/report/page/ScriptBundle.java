package io.sextant.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Combines a module and all modules that it imports into one script, because a page that is opened
 * from a file cannot import modules. Each module comes after those that it imports.
 */
public final class ScriptBundle {
  private final UnaryOperator<String> sources;
  private final Map<String, ScriptModule> modules = new LinkedHashMap<>();
  private final Set<String> unfinished = new LinkedHashSet<>();

  private ScriptBundle(UnaryOperator<String> sources) {
    this.sources = sources;
  }

  /**
   * Resolves the imports.
   *
   * @param main the module that starts the page
   * @param sources returns the text of a module by its name
   * @throws IllegalStateException if modules import each other, or a module imports a name that is
   *     not exported
   */
  public static ScriptBundle of(String main, UnaryOperator<String> sources) {
    ScriptBundle bundle = new ScriptBundle(sources);
    bundle.add(main);
    return bundle;
  }

  /** Returns the modules in the order of the script. */
  public List<ScriptModule> modules() {
    return List.copyOf(modules.values());
  }

  String script() {
    return modules.values().stream().map(ScriptModule::scope).collect(Collectors.joining("\n"));
  }

  private ScriptModule add(String name) {
    if (modules.containsKey(name)) {
      return modules.get(name);
    }
    if (!unfinished.add(name)) {
      throw new IllegalStateException(
          "modules import each other: " + String.join(" -> ", unfinished) + " -> " + name);
    }
    ScriptModule module = ScriptModule.parse(name, sources.apply(name));
    module.imports().forEach((from, names) -> check(module, add(from), names));
    unfinished.remove(name);
    modules.put(name, module);
    return module;
  }

  private static void check(ScriptModule importer, ScriptModule exporter, List<String> names) {
    List<String> missing = new ArrayList<>(names);
    missing.removeAll(exporter.exports());
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          importer.name()
              + ".js imports "
              + missing
              + ", which "
              + exporter.name()
              + ".js does not export");
    }
  }
}
