package io.sextant.report;

import io.sextant.table.Exemplar;
import io.sextant.table.HeadOffset;
import io.sextant.table.HeadPattern;
import io.sextant.table.HeadProfile;
import io.sextant.table.RunManifest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A made-up run: most heads near chance, a few strong, as on BERT-Base. */
record SyntheticRun(
    RunManifest manifest,
    List<HeadPattern> patterns,
    List<HeadProfile> profiles,
    List<HeadOffset> offsets,
    List<Exemplar> exemplars) {

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

  /** A run over a model of the given shape whose heads 2-0, 2-9, 3-5 and 7-3, 7-6 stand out. */
  static SyntheticRun of(int layers, int heads) {
    return of(layers, heads, "bert-base-uncased", ARTICLE_PAIR);
  }

  static SyntheticRun of(int layers, int heads, String model, List<String> tokens) {
    Random random = new Random(17);
    List<HeadPattern> patterns = new ArrayList<>();
    List<HeadProfile> profiles = new ArrayList<>();
    List<Exemplar> exemplars = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      for (int head = 0; head < heads; head++) {
        add(
            patterns,
            random,
            layer,
            head,
            "next",
            "all",
            .036,
            1,
            strong(layer, head, 20, .91, 29, .88, 59, .56, 10, .41, 11, .38));
        add(
            patterns,
            random,
            layer,
            head,
            "previous",
            "all",
            .036,
            1,
            strong(layer, head, 35, .93, 6011, .92, 74, .61, 14, .55, 3, .44, 2, .31));
        add(
            patterns,
            random,
            layer,
            head,
            "self",
            "all",
            .034,
            1,
            strong(layer, head, 11008, .41, 26, .38));
        add(
            patterns,
            random,
            layer,
            head,
            "delimiter",
            "cls",
            .034,
            0,
            strong(layer, head, 10, .4));
        add(
            patterns,
            random,
            layer,
            head,
            "delimiter",
            "first_sep",
            .034,
            0,
            late(layer, .25, random));
        add(
            patterns,
            random,
            layer,
            head,
            "delimiter",
            "second_sep",
            .034,
            0,
            late(layer, .3, random));
        add(
            patterns,
            random,
            layer,
            head,
            "delimiter",
            "all",
            .104,
            1,
            Math.max(late(layer, .55, random), strong(layer, head, 73, .93, 76, .91)));
        add(
            patterns,
            random,
            layer,
            head,
            "punctuation",
            "all",
            .08,
            1,
            strong(layer, head, 60, .42));
        add(patterns, random, layer, head, "related", "self", .041, 0, strong(layer, head, 26, .5));
        add(patterns, random, layer, head, "related", "within", .041, 0, 0);
        add(
            patterns,
            random,
            layer,
            head,
            "related",
            "cross",
            .041,
            0,
            strong(layer, head, 43, .8));
        add(
            patterns,
            random,
            layer,
            head,
            "related",
            "other_words",
            .052,
            1,
            strong(layer, head, 43, .87, 30, .84, 111, .6, 10010, .5));
        add(
            patterns,
            random,
            layer,
            head,
            "related_other",
            "all",
            .047,
            1,
            strong(layer, head, 43, .87, 30, .84, 111, .69, 10010, .68, 26, .42));
        add(
            patterns,
            random,
            layer,
            head,
            "predictive_piece",
            "all",
            .05,
            layer == 5 && head % 3 == 1 ? 2 : 1,
            strong(layer, head, 21, .58, 20, .56, 29, .55, 64, .44, 40, .38));
        add(
            patterns,
            random,
            layer,
            head,
            "own_sentence",
            "all",
            .46,
            0,
            .46 + .4 * random.nextDouble());
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
    return new SyntheticRun(
        manifest(model, layers, heads), patterns, profiles, List.of(), exemplars);
  }

  /** Pairs of (10 * layer + head, or 1000 * layer + head for two-digit numbers; share). */
  private static double strong(int layer, int head, double... known) {
    for (int i = 0; i < known.length; i += 2) {
      int key = (int) known[i];
      boolean same =
          key >= 1000
              ? key == 1000 * layer + head
              : head < 10 && layer < 10
                  ? key == 10 * layer + head
                  : key == 10 * layer + head && key > 99;
      if (same) {
        return known[i + 1];
      }
    }
    return 0;
  }

  private static double late(int layer, double most, Random random) {
    return most * Math.exp(-Math.pow((layer - 6) / 3.0, 2)) * (.4 + .6 * random.nextDouble());
  }

  /** kind 0: no label; 1: a label; 2: too few pairs. */
  private static void add(
      List<HeadPattern> rows,
      Random random,
      int layer,
      int head,
      String pattern,
      String part,
      double chance,
      int kind,
      double known) {
    double noise = chance * Math.exp(random.nextGaussian() * .8);
    double share = Math.min(.99, Math.max(known, noise));
    double half = .004 + .01 * random.nextDouble();
    double lift = share / chance;
    String grade =
        kind == 0
            ? null
            : kind == 2
                ? "insufficient"
                : share >= .5
                    ? "dominant"
                    : share >= .3 ? "strong" : share >= .12 && lift > 2 ? "present" : "none";
    rows.add(
        new HeadPattern(
            "run",
            layer,
            head,
            pattern,
            part,
            "token",
            "all",
            kind == 2 ? 37 : 12_480,
            kind == 2 ? 210 : 312_511,
            share,
            Math.max(0, share - half),
            share + half,
            share,
            share,
            Math.max(0, share - half),
            share + half,
            .7,
            Math.min(1, share * 1.1),
            share * .93,
            chance,
            "B0",
            lift,
            lift * .97,
            lift * 1.03,
            Double.NaN,
            Math.min(1, .4 + share),
            share > .1 ? 1e-12 : .4,
            grade));
  }

  private static HeadProfile profile(Random random, int layer, int head) {
    String label =
        strong(layer, head, 20, 1, 29, 1, 59, 1) > 0
            ? "next"
            : strong(layer, head, 35, 1, 6011, 1, 74, 1) > 0
                ? "previous"
                : layer > 3 && layer < 9 ? "delimiter" : null;
    return new HeadProfile(
        "run",
        layer,
        head,
        "all",
        12_480,
        312_511,
        1 + 2 * random.nextDouble(),
        .6,
        2.1,
        3 + 8 * random.nextDouble(),
        .2 + .7 * random.nextDouble(),
        .03,
        .2,
        .25,
        .48,
        label,
        "next".equals(label) ? "next" : null);
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
    return new Exemplar("run", layer, head, pattern, 1, .9, "pair-17", tokens, segments, map);
  }

  private static RunManifest manifest(String model, int layers, int heads) {
    Map<String, Double> stages = new LinkedHashMap<>();
    stages.put("read", 3.2);
    stages.put("profile", 118.4);
    stages.put("write", 6.1);
    return new RunManifest(
        "a3f90c",
        "succeeded",
        null,
        new RunManifest.Model(
            model, "models/" + model, "9c1f5b7a2e4d8036".repeat(4), layers, heads, 64 * heads),
        new RunManifest.Input(List.of("data/europarl.tsv"), "tsv", "0badc0de".repeat(8)),
        new RunManifest.Engine("nd4j", "f32"),
        new RunManifest.Counts(12_500, 12_480, 20, 7, 64, 64),
        Map.of("grade.next.dominant", .5),
        Map.of("sextant", "0.1.0", "spark", "3.5.9", "java", "17.0.15"),
        stages);
  }
}
