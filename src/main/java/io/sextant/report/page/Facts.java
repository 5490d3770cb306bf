package io.sextant.report.page;

import io.sextant.report.draw.Notation;
import io.sextant.report.draw.Printable;
import io.sextant.table.RunManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Describes a run by facts, each of which has a name and a text. */
public final class Facts {
  private static final int SHORT_HASH = 12;
  private static final int LONGEST = 120;
  private static final int LONGEST_FILES = 60;

  /** A fact of the run. */
  public record Fact(String name, String text) {}

  private Facts() {}

  public static List<Fact> of(RunManifest run) {
    RunManifest.Model model = run.model();
    RunManifest.Counts counts = run.counts();
    List<Fact> facts = new ArrayList<>();
    add(facts, "Model", model.name());
    add(facts, "Shape", model.layers() + " layers of " + model.heads() + " heads");
    if (run.windows() != null) {
      add(facts, "Local layers", localLayers(run.windows()));
    }
    add(facts, "Model fingerprint", shortened(model.fingerprint()));
    add(facts, "Input", String.join(", ", run.input().paths()));
    add(facts, "Input fingerprint", shortened(run.input().fingerprint()));
    add(facts, "Rows in", Notation.count(counts.in()));
    add(facts, plural(run) + " profiled", Notation.count(counts.profiled()));
    add(facts, "Rows rejected", Notation.count(counts.rejected()));
    add(facts, plural(run) + " truncated", Notation.count(counts.truncated()));
    if (run.tokens() != null && run.tokens().manyUnknown()) {
      String rate = String.format(Locale.ROOT, "%.1f %%", 100 * run.tokens().unknownRate());
      add(facts, "Unknown tokens", rate + " are [UNK]: does the model know this text?");
    }
    add(facts, "Engine", run.engine().backend() + ", " + run.engine().precision());
    add(facts, "Time", time(run));
    add(facts, "Run", shortened(run.runId()));
    return facts;
  }

  /** Returns the facts of one of several runs, whose names begin with the run's. */
  public static List<Fact> of(String name, RunManifest run) {
    return of(run).stream().map(fact -> new Fact(name + " · " + fact.name(), fact.text())).toList();
  }

  /** Returns the names of a run's input files without their folders, such as "snli.tsv". */
  public static String files(RunManifest run) {
    return Printable.cut(
        run.input().paths().stream()
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .collect(Collectors.joining(", ")),
        LONGEST_FILES);
  }

  /** Returns what an input of the model is in all runs, such as a pair; an input if runs differ. */
  public static String sampled(List<RunManifest> runs) {
    List<String> different = runs.stream().map(RunManifest::sampled).distinct().toList();
    return different.size() == 1 ? different.get(0) : "input";
  }

  private static String plural(RunManifest run) {
    String sampled = run.sampled();
    return Character.toUpperCase(sampled.charAt(0)) + sampled.substring(1) + "s";
  }

  private static void add(List<Fact> facts, String name, String text) {
    facts.add(new Fact(name, Printable.cut(text, LONGEST)));
  }

  /** Returns the layers with a window, by how far they see, such as "1, 2, 4 (64 to each side)". */
  private static String localLayers(List<Integer> windows) {
    Map<Integer, List<String>> byReach = new TreeMap<>();
    for (int layer = 0; layer < windows.size(); layer++) {
      if (windows.get(layer) != null) {
        byReach
            .computeIfAbsent(windows.get(layer), reach -> new ArrayList<>())
            .add(Integer.toString(layer));
      }
    }
    return byReach.entrySet().stream()
        .map(of -> String.join(", ", of.getValue()) + " (" + of.getKey() + " to each side)")
        .collect(Collectors.joining("; "));
  }

  private static String shortened(String hash) {
    return hash == null
        ? Notation.NOT_MEASURED
        : hash.substring(0, Math.min(SHORT_HASH, hash.length()));
  }

  private static String time(RunManifest run) {
    double seconds = run.stages().values().stream().mapToDouble(Double::doubleValue).sum();
    return Notation.duration(seconds);
  }
}
