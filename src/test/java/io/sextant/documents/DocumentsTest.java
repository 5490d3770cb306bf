package io.sextant.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that the documents agree with what they describe. {@code mvn test -Dtest=DocumentsTest
 * -Ddocuments.write=true} regenerates the generated ones.
 */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final boolean WRITE = Boolean.getBoolean("documents.write");

  @Test
  void tablesAreThoseOfTheSchema() throws IOException {
    isGenerated("docs/tables.md", TablesDocument.text());
  }

  @Test
  void settingsAreThoseOfTheReference() throws IOException {
    isGenerated("docs/settings.md", SettingsDocument.text());
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher links = LINK.matcher(Files.readString(document));
      while (links.find()) {
        if (!leads(document, links.group(1))) {
          broken.add(document + ": " + links.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(120);
  }

  private static void isGenerated(String document, String text) throws IOException {
    Path file = Path.of(document);
    if (WRITE) {
      Files.writeString(file, text);
    }
    assertThat(Files.readString(file))
        .as("%s: write it with mvn test -Dtest=DocumentsTest -Ddocuments.write=true", document)
        .isEqualTo(text);
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(Path.of("."));
        Stream<Path> below = Files.walk(Path.of("docs"))) {
      return Stream.concat(top, below).filter(file -> file.toString().endsWith(".md")).toList();
    }
  }

  private static boolean leads(Path document, String link) throws IOException {
    if (link.contains("://")) {
      return true;
    }
    int mark = link.indexOf('#');
    String path = mark < 0 ? link : link.substring(0, mark);
    Path target = path.isEmpty() ? document : document.resolveSibling(path);
    if (!Files.exists(target)) {
      return false;
    }
    return mark < 0 || anchors(target).contains(link.substring(mark + 1));
  }

  private static Set<String> anchors(Path document) throws IOException {
    return HEADING
        .matcher(Files.readString(document))
        .results()
        .map(heading -> anchor(heading.group(1)))
        .collect(Collectors.toSet());
  }

  /** Returns the anchor that GitHub generates for a heading. */
  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }
}
