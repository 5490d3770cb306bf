package io.sextant.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** Reads the scripts and style sheets of a page, and Preact, with which the scripts draw. */
public final class Asset {
  private static final String OURS = "/report/";
  private static final String PREACT = "org.webjars.npm/preact";

  private static final List<String> STYLES =
      List.of("base", "controls", "findings", "maps", "table", "head", "pair", "about");

  private Asset() {}

  static String style() {
    return STYLES.stream()
        .map(name -> read(OURS + "css/" + name + ".css"))
        .collect(Collectors.joining());
  }

  /** Returns one script: Preact with its licence, and Sextant's scripts in a scope of their own. */
  public static String script() {
    String script = String.join("\n", preact(), "(() => {", "\"use strict\";", ours(), "})();");
    if (script.contains("</script") || script.contains("<!--")) {
      throw new IllegalStateException("a script of the page would close its own script element");
    }
    return script;
  }

  /**
   * Returns Preact and its hooks with their licence. They define the globals {@code preact} and
   * {@code preactHooks}.
   */
  public static String preact() {
    String webjar = "/META-INF/resources/webjars/preact/" + preactVersion();
    return String.join(
        "\n",
        "/*! Preact " + preactVersion() + "\n" + read(webjar + "/LICENSE") + "*/",
        library(webjar + "/dist/preact.min.umd.js"),
        library(webjar + "/hooks/dist/hooks.umd.js"));
  }

  /** Returns Sextant's scripts as one script. */
  public static String ours() {
    return scripts().script();
  }

  /** Returns the modules of Sextant's scripts. */
  public static ScriptBundle scripts() {
    return ScriptBundle.of("main", name -> read(OURS + "js/" + name + ".js"));
  }

  /** Reads a resource as text. */
  public static String read(String resource) {
    try (InputStream in = open(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** Reads a minified file without the line that names its source map. */
  private static String library(String resource) {
    return read(resource).replaceAll("(?m)^//# sourceMappingURL=.*$", "");
  }

  private static String preactVersion() {
    Properties properties = new Properties();
    try (InputStream in = open("/META-INF/maven/" + PREACT + "/pom.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(PREACT, e);
    }
    return properties.getProperty("version");
  }

  private static InputStream open(String resource) throws IOException {
    InputStream stream = Asset.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException("no resource " + resource);
    }
    return stream;
  }
}
