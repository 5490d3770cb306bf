package io.sextant.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that the page's modules import every name they use, and that every module and import is
 * used.
 */
class ScriptModulesTest {
  private static final Path FOLDER = Path.of("src/main/resources/report/js");

  @Test
  void everyScriptIsReachedFromTheFirst() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(Asset.scripts().modules())
          .extracting(module -> module.name() + ".js")
          .containsExactlyInAnyOrderElementsOf(
              files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void aNameThatAnotherModuleExportsIsUsedOnlyWhereItIsImported() {
    assertThat(unimported(Asset.scripts())).isEmpty();
  }

  @Test
  void aNameThatIsUsedWithoutBeingImportedIsFound() {
    String main =
        """
        import { mix } from "./color.js";

        // round and /* round
        const text = "round" + `round ${mix({ a: [] })} round ${round(1)}` + /[/"]round/.test(x.round);
        const key = { round: 1 };
        """;
    String color = "export const mix = 1;\nexport const round = 2;\n";
    assertThat(unimported(ScriptBundle.of("main", name -> name.equals("main") ? main : color)))
        .containsExactly("main.js uses round, which color.js exports");
    String without = main.replace("${round(1)}", "");
    assertThat(unimported(ScriptBundle.of("main", name -> name.equals("main") ? without : color)))
        .as("comments, texts, properties and keys are no uses")
        .isEmpty();
  }

  @Test
  void everyImportIsUsed() {
    List<String> unused = new ArrayList<>();
    for (ScriptModule module : Asset.scripts().modules()) {
      String code = ScriptCode.of(module.body());
      module.imports().values().stream()
          .flatMap(List::stream)
          .filter(name -> !uses(code, name))
          .forEach(name -> unused.add(module.name() + ".js imports " + name));
    }
    assertThat(unused).isEmpty();
  }

  /**
   * Returns uses of names that another module exports and the module does not import. A module may
   * not define such a name itself either, so that a name has one meaning in all scripts.
   */
  private static List<String> unimported(ScriptBundle bundle) {
    List<String> found = new ArrayList<>();
    for (ScriptModule module : bundle.modules()) {
      String code = ScriptCode.of(module.body());
      for (ScriptModule other : bundle.modules()) {
        List<String> imported = module.imports().getOrDefault(other.name(), List.of());
        other.exports().stream()
            .filter(name -> other != module && !imported.contains(name) && uses(code, name))
            .forEach(
                name ->
                    found.add(
                        module.name()
                            + ".js uses "
                            + name
                            + ", which "
                            + other.name()
                            + ".js exports"));
      }
    }
    return found;
  }

  /**
   * Returns whether a name is used as a variable: neither after a dot nor as the key of a property.
   */
  private static boolean uses(String code, String name) {
    String use = "(?<![\\w$])(?<!(?<!\\.\\.)\\.)" + Pattern.quote(name) + "(?![\\w$])";
    String key = "[{,]\\s*" + Pattern.quote(name) + "\\s*:";
    return Pattern.compile(use).matcher(code.replaceAll(key, ",")).find();
  }
}
