package io.sextant.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.sextant.table.Exemplar;
import io.sextant.table.HeadProfile;
import io.sextant.table.RunManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The report as one HTML page. The template asks for the methods here by name and escapes every
 * text it is given, save the pictures, which were written as XML.
 */
final class Page {
  private static final String TEMPLATES = "/report/";
  private static final int LONGEST_NAME = 60;

  private final RunManifest run;
  private final List<PatternGroup> groups;
  private final List<HeadProfile> profiles;
  private final List<Exemplar> exemplars;
  private final Figures figures;
  private final RelationSection relations;

  Page(
      RunManifest run,
      List<PatternGroup> groups,
      List<HeadProfile> profiles,
      List<Exemplar> exemplars,
      Figures figures,
      RelationSection relations) {
    this.run = run;
    this.groups = groups;
    this.profiles = profiles.stream().filter(profile -> profile.unit().equals("token")).toList();
    this.exemplars = exemplars;
    this.figures = figures;
    this.relations = relations;
  }

  /** The whole page. */
  String html() {
    Template template =
        Mustache.compiler()
            .escapeHTML(true)
            .emptyStringIsFalse(true)
            .nullValue("")
            .withLoader(name -> template(name))
            .compile(template("index.html"));
    return template.execute(this);
  }

  private static Reader template(String name) {
    InputStream stream = Page.class.getResourceAsStream(TEMPLATES + name);
    if (stream == null) {
      throw new UncheckedIOException(new IOException("no template " + TEMPLATES + name));
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }

  String model() {
    return Printable.cut(run.model().name(), LONGEST_NAME);
  }

  String heads() {
    return Notation.count(headCount(), "head");
  }

  private long headCount() {
    return (long) run.model().layers() * run.model().heads();
  }

  String pairs() {
    return Notation.count(run.counts().profiled(), "pair");
  }

  /** What a reader must know of a run that did not succeed; empty for one that did. */
  String warning() {
    if (run.status().equals("succeeded")) {
      return "";
    }
    String reason = run.message() == null ? "" : ": " + Printable.cut(run.message(), 400);
    return "This run is " + run.status() + reason;
  }

  List<Facts.Fact> facts() {
    return Facts.of(run);
  }

  String overview() {
    return figures.overview();
  }

  /** Patterns by which heads are labelled. */
  List<PatternSection> patterns() {
    return groups.stream()
        .filter(group -> group.main().isLabel())
        .map(group -> new PatternSection(group, figures))
        .toList();
  }

  /** Patterns that describe heads, without labels. */
  List<PatternSection> descriptions() {
    return groups.stream()
        .filter(group -> !group.main().isLabel())
        .map(group -> new PatternSection(group, figures))
        .toList();
  }

  /** Syntactic relations; null where the input has none. */
  RelationSection relations() {
    return relations;
  }

  List<Example> examples() {
    return groups.stream()
        .map(PatternGroup::main)
        .filter(HeadGrid::isLabel)
        .map(grid -> Example.of(grid, exemplars))
        .flatMap(Optional::stream)
        .toList();
  }

  List<LabelledHead> labelled() {
    return profiles.stream()
        .filter(profile -> profile.stratum().equals("all") && profile.primaryLabel() != null)
        .map(LabelledHead::new)
        .toList();
  }

  /** The labelled heads by their label, in the order of the report. */
  List<Label> labels() {
    return groups.stream()
        .map(PatternGroup::pattern)
        .map(pattern -> new Label(pattern, profilesLabelled(pattern)))
        .filter(label -> label.count() > 0)
        .toList();
  }

  private List<HeadProfile> profilesLabelled(String pattern) {
    return labelled().stream()
        .map(LabelledHead::profile)
        .filter(profile -> profile.primaryLabel().equals(pattern))
        .toList();
  }

  long unlabelledCount() {
    return headCount() - labelled().size();
  }
}
