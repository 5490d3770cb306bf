package io.sextant.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how modules are combined into one script. */
class ScriptBundleTest {

  @Test
  void aModuleStandsOnceAndAfterThoseThatItImports() {
    Map<String, String> sources =
        Map.of(
            "main",
            "// Starts.\n\nimport { b } from \"./b.js\";\nimport { a } from \"./a.js\";\n\nb(a);\n",
            "b",
            "import { a } from \"./a.js\";\n\nexport function b(x) {\n  return x + a;\n}\n",
            "a",
            "const own = 1;\nexport const a = own;\n");
    ScriptBundle bundle = ScriptBundle.of("main", sources::get);
    assertThat(bundle.modules()).extracting(ScriptModule::name).containsExactly("a", "b", "main");
    assertThat(bundle.script())
        .isEqualTo(
            """
            const $a = (() => {
            const own = 1;
            const a = own;
            return { a };
            })();

            const $b = (() => {
            const { a } = $a;

            function b(x) {
              return x + a;
            }
            return { b };
            })();

            const $main = (() => {
            const { b } = $b;
            const { a } = $a;
            // Starts.


            b(a);
            return {  };
            })();
            """);
  }

  @Test
  void everyKindOfDeclarationCanBeExported() {
    String text =
        "export const { h, render } = preact;\nexport class Pen {}\nexport async function open() {}\n";
    assertThat(ScriptModule.parse("m", text).exports())
        .containsExactly("h", "render", "Pen", "open");
  }

  @Test
  void modulesThatImportEachOtherAreRefused() {
    Map<String, String> sources =
        Map.of(
            "a", "import { b } from \"./b.js\";\nexport const a = 1;\n",
            "b", "import { c } from \"./c.js\";\nexport const b = 1;\n",
            "c", "import { a } from \"./a.js\";\nexport const c = 1;\n");
    assertThatThrownBy(() -> ScriptBundle.of("a", sources::get))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("modules import each other: a -> b -> c -> a");
  }

  @Test
  void aNameThatIsNotExportedIsRefused() {
    Map<String, String> sources =
        Map.of(
            "a", "import { b, c } from \"./b.js\";\n", "b", "export const b = 1;\nconst c = 2;\n");
    assertThatThrownBy(() -> ScriptBundle.of("a", sources::get))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a.js imports [c], which b.js does not export");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import preact from \"preact\";",
        "import * as b from \"./b.js\";",
        "import { b as c } from './b.js';",
        "export let count = 0;",
        "export default 1;",
        "export { a };"
      })
  void otherFormsOfImportAndExportAreRefused(String line) {
    assertThatThrownBy(() -> ScriptModule.parse("a", "const a = 1;\n" + line + "\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a.js")
        .hasMessageContaining(line);
  }
}
