package io.sextant.report;

import io.sextant.catalogue.Catalogue;
import io.sextant.math.Interval;
import io.sextant.table.Manifests;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.Exemplar;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.HeadProfile;
import io.sextant.table.row.PatternKey;
import io.sextant.table.row.ShownPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A synthetic run: most heads are near chance; a few are strong, where BERT-Base has them. */
public record SyntheticRun(
    RunManifest manifest,
    List<HeadPattern> patterns,
    List<HeadProfile> profiles,
    List<Exemplar> exemplars) {

  private record Made(
      String pattern, String part, double chance, boolean label, Map<String, Double> strong) {}

  private static final Map<String, Double> NEXT =
      Map.of("2-0", .91, "2-9", .88, "5-9", .56, "1-0", .41, "1-1", .38);
  private static final Map<String, Double> PREVIOUS =
      Map.of("3-5", .93, "6-11", .92, "7-4", .61, "1-4", .55, "0-3", .44, "0-2", .31);
  private static final Map<String, Double> RELATED =
      Map.of("4-3", .87, "3-0", .84, "1-11", .69, "10-10", .68, "2-6", .42);
  private static final List<Made> MADE =
      List.of(
          new Made("own_sentence", "all", .46, false, Map.of()),
          new Made("next", "all", .036, true, NEXT),
          new Made("previous", "all", .036, true, PREVIOUS),
          new Made("self", "all", .034, true, Map.of("11-8", .41, "2-6", .38)),
          new Made("delimiter", "cls", .034, false, Map.of("1-0", .4)),
          new Made("delimiter", "sep", .07, false, Map.of("7-3", .91, "7-6", .9)),
          new Made("delimiter", "all", .104, true, Map.of("7-3", .93, "7-6", .91)),
          new Made("punctuation", "all", .08, true, Map.of("6-0", .42)),
          new Made("related", "self", .041, false, Map.of("2-6", .5)),
          new Made("related", "content_words", .052, true, RELATED),
          new Made("related_other", "content_words", .047, true, RELATED),
          new Made("predictive_subword", "all", .05, true, Map.of("2-1", .58, "6-4", .44)));

  private static final List<String> ARTICLE_PAIR =
      List.of(
          "[CLS]",
          "i",
          "went",
          "to",
          "the",
          "store",
          ".",
          "[SEP]",
          "at",
          "the",
          "store",
          ",",
          "i",
          "bought",
          "fresh",
          "straw",
          "##berries",
          ".",
          "[SEP]");

  public static SyntheticRun of(int layers, int heads) {
    return of(layers, heads, "bert-base-uncased", ARTICLE_PAIR);
  }

  public static SyntheticRun of(int layers, int heads, String model, List<String> tokens) {
    Random random = new Random(17);
    List<HeadPattern> patterns = new ArrayList<>();
    List<HeadProfile> profiles = new ArrayList<>();
    List<Exemplar> exemplars = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      for (int head = 0; head < heads; head++) {
        for (Made made : MADE) {
          patterns.add(row(random, layer, head, made));
        }
        profiles.add(profile(random, layer, head));
      }
    }
    for (String pattern : List.of("next", "previous", "related_other", "delimiter")) {
      for (int layer = 0; layer < layers; layer++) {
        for (int head = 0; head < heads; head++) {
          exemplars.add(exemplar(random, pattern, layer, head, tokens));
        }
      }
    }
    return new SyntheticRun(manifest(model, layers, heads), patterns, profiles, exemplars);
  }

  private static HeadPattern row(Random random, int layer, int head, Made made) {
    boolean few = made.label && made.pattern.equals("predictive_subword") && isHatched(layer, head);
    double chance = made.chance;
    double noise = chance * Math.exp(random.nextGaussian() * .8);
    double share = made.strong.getOrDefault(layer + "-" + head, Math.min(.99, noise));
    double half = Math.min(1 - share, .004 + .01 * random.nextDouble());
    double low = Math.max(0, share - half);
    double high = share + half;
    double lift = share / chance;
    Interval interval = new Interval(share, low, high);
    String grade = few ? "insufficient" : made.label ? grade(share, lift) : "";
    return Table.HEAD_PATTERNS
        .row()
        .set(new PatternKey("run", layer, head, made.pattern, made.part, "token", "all"))
        .set("n_clusters", few ? 37L : 12_480L)
        .set("n_queries", few ? 210L : 312_511L)
        .set("share", interval)
        .set("share_macro", share)
        .set("share_content", interval)
        .set("coverage", .7)
        .set("top1", Math.min(1, share * 1.1))
        .set("share_clark", share * .93)
        .set("norm_share", share * .9)
        .set("null_share", chance)
        .set("null_name", "uniform")
        .set("lift", new Interval(lift, lift * .97, lift * 1.03))
        .set("lift_uniform", lift)
        .set("matched", 900L)
        .set("unmatched", 100L)
        .set("lift_same_index", made.pattern.equals("related_other") ? lift / 2 : Double.NaN)
        .set("consistency", Math.min(1, .4 + share))
        .set("q_value", share > .1 ? 1e-12 : .4)
        .set("grade", made.label ? grade : null)
        .set("score", interval)
        .set("judged_by", Catalogue.all().judging(made.pattern).judgedBy())
        .set("exhibits", List.of("present", "strong", "dominant").contains(grade))
        .set("headline", made.label)
        .build();
  }

  /** Returns the manifest as that of a run over sentences on their own. */
  static RunManifest singles(RunManifest pairs) {
    Map<String, Object> configuration = new LinkedHashMap<>(pairs.configuration());
    configuration.put("input.singles", true);
    return pairs.toBuilder().configuration(configuration).build();
  }

  /** Returns whether the head has too few pairs for predictive_subword. */
  public static boolean isHatched(int layer, int head) {
    return layer == 5 && head % 3 == 1;
  }

  private static String grade(double share, double lift) {
    if (lift < 2 || share < .1) {
      return "none";
    }
    return share >= .5 ? "dominant" : share >= .3 ? "strong" : "present";
  }

  private static HeadProfile profile(Random random, int layer, int head) {
    String key = layer + "-" + head;
    String label = NEXT.containsKey(key) ? "next" : PREVIOUS.containsKey(key) ? "previous" : null;
    return Table.HEAD_PROFILE
        .row()
        .set("run_id", "run")
        .set("layer", layer)
        .set("head", head)
        .set("unit", "token")
        .set("stratum", "all")
        .set("n_clusters", 12_480L)
        .set("n_queries", 312_511L)
        .set("entropy", 1 + 2 * random.nextDouble())
        .set("entropy_ratio", .6)
        .set("entropy_all_rows", 2.1)
        .set("mean_distance", 3 + 8 * random.nextDouble())
        .set("confidence", .2 + .7 * random.nextDouble())
        .set("cls", .03)
        .set("first_sep", .2)
        .set("second_sep", .25)
        .set("delimiter", .48)
        .set("norm_delimiter", .11)
        .set("noop_index", .23)
        .set("map_x", random.nextDouble() - .5)
        .set("map_y", random.nextDouble() - .5)
        .set("primary_label", label)
        .set("clark_labels", "next".equals(label) ? "next" : null)
        .build();
  }

  private static Exemplar exemplar(
      Random random, String pattern, int layer, int head, List<String> tokens) {
    int n = tokens.size();
    float[] map = new float[n * n];
    int[] segments = new int[n];
    int firstSep = Math.max(0, tokens.indexOf("[SEP]"));
    for (int i = 0; i < n; i++) {
      segments[i] = i > firstSep ? 1 : 0;
      int target =
          switch (pattern) {
            case "next" -> Math.min(n - 1, i + 1);
            case "previous" -> Math.max(0, i - 1);
            case "delimiter" -> firstSep;
            default -> (i + n / 2) % n;
          };
      float rest = .05f + .3f * random.nextFloat();
      Arrays.fill(map, i * n, i * n + n, rest / n);
      map[i * n + target] += 1 - rest;
    }
    return new Exemplar(
        new HeadKey("run", layer, head),
        pattern,
        1,
        .9,
        new ShownPair("pair-17", tokens, segments, Tokens.wordOf(tokens), Tokens.words(tokens)),
        map);
  }

  private static RunManifest manifest(String model, int layers, int heads) {
    Map<String, Double> stages = new LinkedHashMap<>();
    stages.put("read", 3.2);
    stages.put("profile", 118.4);
    stages.put("write", 6.1);
    return Manifests.small()
        .runId("a3f90c")
        .model(
            new RunManifest.Model(
                model,
                "/models/" + model,
                "9c1f5b7a2e4d8036".repeat(4),
                null,
                null,
                layers,
                heads,
                64 * heads))
        .input(
            new RunManifest.Input(List.of("data/europarl.tsv"), "tsv", "0badc0de".repeat(8), "0c"))
        .engine(new RunManifest.Engine("nd4j", "f32", "avx2", 1))
        .counts(new RunManifest.Counts(12_500, 12_480, 20, 0, 7, 64, 64))
        .configuration(Map.of("grades.min-pairs", 200, "grades.position.present.share", .1))
        .versions(
            Map.of(
                "sextant",
                "0.1.0",
                "spark",
                "3.5.9",
                "java",
                "17.0.15",
                "tables",
                RunManifest.TABLES_VERSION))
        .stages(stages)
        .build();
  }
}
