package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.report.page.Asset;
import io.sextant.report.page.ExemplarData;
import io.sextant.table.RunManifest;
import io.sextant.table.RunState;
import io.sextant.table.row.Exemplar;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.ShownPair;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Pattern ELEMENT =
      Pattern.compile("<((?:script|iframe|object|embed|link|img|base|form)\\b[^>]*)>");

  @TempDir Path directory;

  @Test
  void everyHeatMapIsWrittenInEveryFormat() throws IOException {
    SyntheticRun run = SyntheticRun.of(3, 4);
    Report.write(run.manifest(), RichRun.plain(run), EffectRows.NONE, directory, Pictures.ALL);
    List<String> names;
    try (Stream<Path> files = Files.list(directory)) {
      names = files.map(file -> file.getFileName().toString()).toList();
    }
    assertThat(names)
        .contains("index.html", "next.png", "next.svg", "related_other.png", "related_other.svg")
        .contains("delimiter.cls.png", "delimiter.cls.svg", "next.lift.png", "next.lift.svg")
        .contains("overview.png", "overview.svg");
    List<String> drawn = names.stream().filter(name -> name.endsWith(".png")).toList();
    for (String format : List.of("svg", "pdf")) {
      assertThat(names.stream().filter(name -> name.endsWith("." + format)))
          .containsExactlyInAnyOrderElementsOf(
              drawn.stream().map(name -> name.replace(".png", "." + format)).toList());
    }
  }

  @Test
  void noPictureIsWrittenThatWasNotAskedFor() throws IOException {
    SyntheticRun run = only("next", SyntheticRun.of(2, 2));
    Report.write(run.manifest(), RichRun.plain(run), EffectRows.NONE, directory, Pictures.NONE);
    assertThat(directory.toFile().list()).containsExactly("index.html");
  }

  @Test
  void pageStandsAlone() throws IOException {
    String page = write(SyntheticRun.of(12, 12));
    assertThat(page.length()).isLessThan(3_000_000);
    assertThat(page).contains("Content-Security-Policy", "default-src 'none'", "MIT License");
    assertThat(page)
        .doesNotContain("'unsafe-inline'", "'unsafe-eval'", "<link", "<img", "@import", "url(");
    assertThat(ELEMENT.matcher(page).results().map(match -> match.group(1)).toList())
        .as("elements that can load something")
        .containsExactly("script type=\"application/gzip\" id=\"data\"", "script");
  }

  @Test
  void theContentSecurityPolicyNamesTheScriptAndTheStyleThatAreThere() throws Exception {
    String page = write(only("next", SyntheticRun.of(2, 2)));
    String script = between(page, "</script>\n<script>", "</script>");
    String style = between(page, "<style>", "</style>");
    assertThat(page).contains("script-src '" + sha256(script), "style-src '" + sha256(style));
  }

  @Test
  void noScriptEvaluatesText() {
    assertThat(Asset.script()).doesNotContain("eval(", "new Function(");
    assertThat(Asset.ours())
        .doesNotContain("innerHTML", "InnerHTML", "outerHTML", "insertAdjacentHTML")
        .doesNotContain("document.write", "XMLHttpRequest", "fetch(", "import(", "WebSocket");
  }

  @Test
  void dataAreWhatTheTablesSay() throws IOException {
    SyntheticRun run = SyntheticRun.of(3, 4);
    JsonNode data = data(write(run));
    assertThat(data.at("/shape/layers").asInt()).isEqualTo(3);
    assertThat(data.at("/patterns/0/key").asText()).isEqualTo("next");
    HeadPattern row =
        run.patterns().stream()
            .filter(some -> some.pattern().equals("next") && some.layer() == 2 && some.head() == 1)
            .findFirst()
            .orElseThrow();
    for (JsonNode slice : data.get("slices")) {
      if (slice.get("pattern").asText().equals("next")) {
        assertThat(slice.at("/columns/score/9").asDouble())
            .isCloseTo(row.score().value(), within(5e-5));
        assertThat(slice.at("/columns/lift_low/9").asDouble())
            .isCloseTo(row.lift().low(), withinPercentage(.1));
        assertThat(slice.at("/columns/n_clusters/9").asInt()).isEqualTo(12_480);
        assertThat(slice.at("/columns/lift_offset").isMissingNode()).as("all null").isTrue();
      }
    }
  }

  @Test
  void pageSaysWhatWasRunAndWhatItDoesNotSay() throws IOException {
    String page = write(only("next", SyntheticRun.of(2, 3)));
    assertThat(page)
        .contains("2 layers of 3 heads", "9c1f5b7a2e4d", "data/europarl.tsv", "12,480", "nd4j, f32")
        .contains(
            "Attention is not explanation", "Wiegreffe &amp; Pinter 2019", "Kobayashi et al. 2020");
    assertThat(data(page).get("warning").asText()).isEmpty();
  }

  @Test
  void runThatDidNotSucceedSaysSo() throws IOException {
    SyntheticRun run = only("next", SyntheticRun.of(2, 2));
    RunManifest m = run.manifest();
    RunManifest partial =
        m.toBuilder().state(RunState.PARTIAL).message("3 chunks <missing>").build();
    Report.write(partial, RichRun.plain(run), EffectRows.NONE, directory, Pictures.NONE);
    String page = Files.readString(directory.resolve("index.html"));
    assertThat(data(page).get("warning").asText())
        .isEqualTo("This run is partial: 3 chunks <missing>");
  }

  @Test
  void hostileTextIsNowhereMarkup() throws IOException {
    List<String> tokens = new ArrayList<>(List.of("[CLS]", "<script>alert(1)</script>"));
    tokens.addAll(List.of("\" onload=\"x", "'`", "&amp;", "]]>", "\u202eevil", "\u0000", "\ud800"));
    tokens.addAll(List.of("[SEP]", "x".repeat(10_000), "<!--", "</svg>", "{{model}}", "[SEP]"));
    String model = "</title><script>alert('m')</script>\u202e & ]]>";
    String page = write(only("next", SyntheticRun.of(3, 3, model, tokens)));
    assertThat(page)
        .doesNotContain("alert(1)", "<script>alert", "\u202e", "\u0000", "x".repeat(200))
        .doesNotContain("\" onload", "<!--")
        .contains("&lt;/title&gt;&lt;script&gt;");
    JsonNode shown = data(page).at("/exemplars/0/tokens");
    assertThat(shown.get(1).asText()).isEqualTo("<script>alert(1)</script>");
    assertThat(shown.get(6).asText()).isEqualTo("\ufffdevil");
    assertThat(shown.get(10).asText()).hasSize(100).endsWith("…");
    assertThat(Xml.texts(Files.readString(directory.resolve("next.svg"))))
        .anyMatch(text -> text.contains("</title><script>alert"));
  }

  @Test
  void manyLongExemplarsAreLeftOutByRankAndCounted() {
    float[] flat = new float[400 * 400];
    Arrays.fill(flat, .01f);
    List<String> tokens = Collections.nCopies(400, "word");
    List<Exemplar> exemplars = new ArrayList<>();
    for (int rank = 5; rank >= 1; rank--) {
      exemplars.add(
          new Exemplar(
              new HeadKey("r", 0, 0),
              "next",
              rank,
              .5,
              new ShownPair("p", tokens, new int[400], Tokens.wordOf(tokens), Tokens.words(tokens)),
              flat));
    }
    Map<String, Object> data = new ExemplarData(exemplars).all();
    assertThat((List<?>) data.get("exemplars"))
        .extracting(some -> ((Map<?, ?>) some).get("rank"))
        .isEqualTo(List.of(1, 2, 3));
    assertThat(data.get("exemplarsLeftOut")).isEqualTo(2);
  }

  @Test
  void smallestAndLargeModelsDoNotFail() throws IOException {
    assertThat(write(only("next", SyntheticRun.of(1, 1))))
        .satisfies(page -> assertThat(lead(page)).startsWith("1 head, measured"));
    assertThat(write(only("next", SyntheticRun.of(24, 16))))
        .satisfies(page -> assertThat(lead(page)).startsWith("384 heads, measured"));
  }

  private static String lead(String page) {
    return data(page).get("lead").asText();
  }

  private static JsonNode data(String page) {
    byte[] packed = Base64.getDecoder().decode(between(page, "id=\"data\">", "</script>"));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static String sha256(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  private static SyntheticRun only(String pattern, SyntheticRun run) {
    return new SyntheticRun(
        run.manifest(),
        run.patterns().stream().filter(row -> row.pattern().equals(pattern)).toList(),
        run.profiles(),
        run.exemplars());
  }

  private String write(SyntheticRun run) throws IOException {
    Report.write(
        run.manifest(),
        RichRun.plain(run),
        EffectRows.NONE,
        directory,
        Pictures.named(List.of("svg")));
    return Files.readString(directory.resolve("index.html"));
  }
}
