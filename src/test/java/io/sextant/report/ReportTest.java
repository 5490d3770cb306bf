package io.sextant.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.table.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Pattern SVG = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

  @TempDir Path directory;

  @Test
  void everyHeatMapIsWrittenTwice() throws IOException {
    write(SyntheticRun.of(3, 4));
    List<String> names;
    try (Stream<Path> files = Files.list(directory)) {
      names = files.map(file -> file.getFileName().toString()).toList();
    }
    assertThat(names)
        .contains("index.html", "next.png", "next.svg", "related_other.png", "related_other.svg")
        .contains("delimiter.cls.png", "delimiter.cls.svg", "next.lift.png", "next.lift.svg")
        .contains("overview.png", "overview.svg");
    assertThat(names.stream().filter(name -> name.endsWith(".png")).count())
        .isEqualTo(names.stream().filter(name -> name.endsWith(".svg")).count());
  }

  @Test
  void pageStandsAlone() throws IOException {
    String page = write(SyntheticRun.of(12, 12));
    assertThat(page).contains("144 heads, measured over 12,480 pairs");
    assertThat(
            page.replaceAll("<a href=\"https://[^\"]*\">", "")
                .replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
        .doesNotContain("http://", "https://", "<script", "<link", "<img", "@import", "url(");
    assertThat(page.length()).isLessThan(3_000_000);
    List<String> ids = ID.matcher(page).results().map(match -> match.group(1)).toList();
    assertThat(ids).doesNotHaveDuplicates().contains("pattern-next", "run", "reading");
    for (MatchResult svg : SVG.matcher(page).results().toList()) {
      Xml.texts(svg.group().replaceFirst("<svg( xmlns=\"[^\"]*\")?", "<svg"));
    }
  }

  @Test
  void pageSaysWhatWasRunAndWhatItDoesNotSay() throws IOException {
    String page = write(only("next", SyntheticRun.of(2, 3)));
    assertThat(page)
        .contains("2 layers of 3 heads", "9c1f5b7a2e4d", "data/europarl.tsv", "12,480", "nd4j, f32")
        .contains(
            "Attention is not explanation", "Wiegreffe &amp; Pinter 2019", "Kobayashi et al. 2020")
        .doesNotContain("role=\"alert\"");
  }

  @Test
  void runThatDidNotSucceedSaysSo() throws IOException {
    SyntheticRun run = only("next", SyntheticRun.of(2, 2));
    RunManifest m = run.manifest();
    RunManifest partial =
        new RunManifest(
            m.runId(),
            "partial",
            "3 chunks <missing>",
            m.started(),
            m.model(),
            m.input(),
            m.engine(),
            m.counts(),
            m.halfWidth(),
            m.annotation(),
            m.configuration(),
            m.versions(),
            m.stages());
    Report.write(partial, run.patterns(), run.profiles(), run.exemplars(), List.of(), directory);
    assertThat(Files.readString(directory.resolve("index.html")))
        .contains("This run is partial: 3 chunks &lt;missing&gt;");
  }

  @Test
  void hostileTextIsOnlyText() throws IOException {
    List<String> tokens = new ArrayList<>(List.of("[CLS]", "<script>alert(1)</script>"));
    tokens.addAll(List.of("\" onload=\"x", "'`", "&amp;", "]]>", "\u202eevil", "\u0000", "\ud800"));
    tokens.addAll(List.of("[SEP]", "x".repeat(10_000), "<!--", "</svg>", "{{model}}", "[SEP]"));
    String model = "</title><script>alert('m')</script>\u202e & ]]>";
    String page = write(only("next", SyntheticRun.of(3, 3, model, tokens)));
    assertThat(page)
        .doesNotContain("<script", "\u202e", "\u0000", "x".repeat(20), "\" onload", "<!--")
        .contains("&lt;script&gt;", "&lt;/svg&gt;", "{{model}}");
    assertThat(Xml.texts(Files.readString(directory.resolve("next.svg"))))
        .anyMatch(text -> text.contains("</title><script>alert"));
  }

  @Test
  void longPairsAreCut() throws IOException {
    List<String> tokens = new ArrayList<>(List.of("[CLS]"));
    for (int i = 0; i < 400; i++) {
      tokens.add("word" + i);
    }
    assertThat(write(only("next", SyntheticRun.of(1, 1, "m", tokens))))
        .contains("the first 40 of 401 tokens", ">word38<")
        .doesNotContain(">word39<");
  }

  @Test
  void smallestAndLargeModelsDoNotFail() throws IOException {
    assertThat(write(only("next", SyntheticRun.of(1, 1)))).contains("1 head, measured");
    assertThat(write(only("next", SyntheticRun.of(24, 16)))).contains("384 heads, measured");
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
        run.manifest(), run.patterns(), run.profiles(), run.exemplars(), List.of(), directory);
    return Files.readString(directory.resolve("index.html"));
  }
}
