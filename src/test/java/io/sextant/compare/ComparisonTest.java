package io.sextant.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.fault.UsageException;
import io.sextant.math.Interval;
import io.sextant.table.Manifests;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.WeightSample;
import io.sextant.table.row.HeadDifference;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.HeadPart;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PairScore;
import io.sextant.table.row.PatternKey;
import io.sextant.table.row.SampledAttention;
import io.sextant.table.row.TaskPrediction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final HeadPart NEXT = new HeadPart(0, 0, "next", "all");

  /** The .975 quantile of Student's t with 200 degrees of freedom. */
  private static final double T_200 = 1.971896;

  @TempDir Path folder;

  @Test
  void sharesAreSubtractedAndLabelsNamed() {
    RunDirectory a = run("a", 2, Map.of());
    a.write(
        Table.HEAD_PATTERNS,
        List.of(
                row(0, .1, "none"),
                row(1, .6, "dominant"),
                row(2, .4, "strong"),
                row(3, .1, "insufficient"))
            .iterator());
    RunDirectory b = run("b", 2, Map.of());
    b.write(
        Table.HEAD_PATTERNS,
        List.of(
                row(0, .5, "strong"),
                row(1, .2, "none"),
                row(2, .4, "insufficient"),
                row(3, .1, "insufficient"))
            .iterator());
    List<HeadDifference> rows = rows(a, b);
    assertThat(rows)
        .extracting(HeadDifference::label)
        .containsExactly("gained", "lost", "undecided", "undecided in both");
    assertThat(rows)
        .extracting(HeadDifference::verdict)
        .as("an error of .014 is too much to claim a difference of less than .02")
        .containsExactly("different", "different", "undecided", "undecided");
    assertThat(rows).extracting(HeadDifference::margin).containsOnly(.02);
    assertThat(Comparison.of(a, b, .1, false).count("equivalent")).isEqualTo(2);
    HeadDifference first = rows.get(0);
    assertThat(first.difference().value()).isEqualTo(.4, within(1e-12));
    assertThat(first.method()).isEqualTo("independent");
    // Two errors e give an error e * sqrt(2); with 200 degrees of freedom each, the quantile is
    // about the same.
    assertThat(first.difference().high()).isEqualTo(.4 + .02 * Math.sqrt(2), within(1e-3));
    assertThat(first.liftRatio().value()).isEqualTo(5, within(1e-9));
    assertThat(first.liftRatio().low()).isBetween(4., 5.);
  }

  @Test
  void pairsThatBothRunsScoredAreComparedOneByOne() {
    RunDirectory a = run("a", 1, Map.of());
    RunDirectory b = run("b", 1, Map.of());
    for (RunDirectory run : List.of(a, b)) {
      run.write(Table.HEAD_PATTERNS, List.of(row(0, .3, "strong")).iterator());
    }
    a.write(Table.PAIR_SCORES, scores(0, 50, 0).iterator());
    b.write(Table.PAIR_SCORES, scores(10, 60, .05).iterator());
    Comparison comparison = Comparison.of(a, b, .02, false);
    assertThat(comparison.pairing()).contains("pair by pair over the 40 pairs");
    HeadDifference row = comparison.rows().get(0);
    assertThat(row.method()).isEqualTo("paired");
    assertThat(row.nClustersA()).as("pairs 10 to 49").isEqualTo(40);
    assertThat(row.difference().value()).isEqualTo(.05, within(1e-9));
    assertThat(row.difference().high() - row.difference().low())
        .as("equal in every pair")
        .isLessThan(1e-6);
  }

  @Test
  void errorsAreNotReadOutOfIntervals() {
    // The interval of a small share is cut at 0, but its error is not.
    HeadPattern small = row(0, .01, "none", new Interval(.01, 0, .04), .01, 101);
    HeadPattern large = row(0, .03, "none", new Interval(.03, .01, .06), .02, 51);
    RunDirectory a = run("a", 1, Map.of());
    RunDirectory b = run("b", 1, Map.of());
    a.write(Table.HEAD_PATTERNS, List.of(small).iterator());
    b.write(Table.HEAD_PATTERNS, List.of(large).iterator());
    HeadDifference found = rows(a, b).get(0);
    // The error is sqrt(.01^2 + .02^2) = .0223607, and the degrees of freedom are .0005^2 / (1e-8 /
    // 100 + 16e-8 / 50) = 75.758, for which Student's t at .975 is 1.991776.
    assertThat(found.difference().high()).isEqualTo(.02 + .0445376, within(1e-6));
    assertThat(found.difference().low()).isEqualTo(.02 - .0445376, within(1e-6));
  }

  @Test
  void pairsWithLittleAttentionToContentCountToo() {
    RunDirectory a = run("a", 1, Map.of());
    RunDirectory b = run("b", 1, Map.of());
    HeadPart related = new HeadPart(0, 0, "related_other", "content_words");
    HeadPattern row =
        Table.HEAD_PATTERNS
            .row()
            .set(row(0, .3, "strong"))
            .set("pattern", "related_other")
            .set("part", "content_words")
            .set("judged_by", "share_content")
            .build();
    for (RunDirectory run : List.of(a, b)) {
      run.write(Table.HEAD_PATTERNS, List.of(row).iterator());
      List<PairScore> scores = new ArrayList<>();
      for (int pair = 0; pair < 40; pair++) {
        double coverage = pair < 20 ? .5 : .01;
        double share = coverage * (pair < 20 ? .2 : .8);
        double content = pair < 20 ? .2 : Double.NaN;
        scores.add(
            new PairScore(
                "r", "pair-" + pair, related, 4, share, content, coverage, TaskPrediction.NONE));
      }
      run.write(Table.PAIR_SCORES, scores.iterator());
    }
    HeadDifference found = rows(a, b).get(0);
    assertThat(found.nClustersA()).isEqualTo(40);
    assertThat(found.shareA()).isEqualTo((20 * .1 + 20 * .008) / (20 * .51), within(1e-12));
  }

  @Test
  void groupedOrFewPairsAreNotPairedAndTheReasonIsGiven() {
    RunDirectory a = run("a", 1, Map.of("input.group", "document"));
    RunDirectory b = run("b", 1, Map.of());
    for (RunDirectory run : List.of(a, b)) {
      run.write(Table.HEAD_PATTERNS, List.of(row(0, .3, "strong")).iterator());
      run.write(Table.PAIR_SCORES, scores(0, 50, 0).iterator());
    }
    assertThat(rows(a, b).get(0).method()).isEqualTo("independent");
    assertThat(Comparison.of(a, b, .02, false).pairing())
        .contains("the pairs of A are grouped (document)");
    RunDirectory few = run("few", 1, Map.of());
    few.write(Table.HEAD_PATTERNS, List.of(row(0, .3, "strong")).iterator());
    few.write(Table.PAIR_SCORES, scores(40, 60, 0).iterator());
    assertThat(rows(b, few).get(0).method()).isEqualTo("independent");
    assertThat(Comparison.of(b, few, .02, false).pairing())
        .contains("10 pairs in common, of the 30");
    RunDirectory unscored = run("unscored", 1, Map.of());
    unscored.write(Table.HEAD_PATTERNS, List.of(row(0, .3, "strong")).iterator());
    assertThat(Comparison.of(b, unscored, .02, false).pairing()).contains("B has no pair_scores");
    assertThat(Comparison.of(unscored, unscored, .02, false).pairing())
        .contains("both runs have no");
  }

  @Test
  void headsOfModelsOfOtherShapesAreMatchedAndNotSubtracted() {
    RunDirectory a = run("a", 1, Map.of());
    RunDirectory b = run("b", 2, Map.of());
    a.write(Table.HEAD_PATTERNS, List.of(row(0, .3, "strong"), row(1, .7, "strong")).iterator());
    b.write(Table.HEAD_PATTERNS, List.of(row(0, .7, "strong"), row(1, .3, "strong")).iterator());
    Comparison found = Comparison.of(a, b, .02, false);
    assertThat(found.rows()).isEmpty();
    assertThat(found.correspondence().warning()).contains("A has 1 layers of 12 heads, B 2 of 12");
    assertThat(found.matches().rows()).hasSize(12);
    assertThat(found.matches().rows().get(0).headB()).isEqualTo(1);
    assertThat(found.matches().rows().get(1).headB()).isEqualTo(0);
    assertThatThrownBy(() -> Comparison.of(a, b, .02, true))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--same-heads");
  }

  @Test
  void headsAreMatchedByTheirAttentionToCommonPairs() {
    RunDirectory a = run("a", 1, sample(1, 0));
    RunDirectory b = run("b", 1, sample(2, 0));
    for (RunDirectory run : List.of(a, b)) {
      run.write(Table.HEAD_PATTERNS, List.of(row(0, .3, "strong")).iterator());
    }
    List<SampledAttention> ofA = new ArrayList<>();
    List<SampledAttention> ofB = new ArrayList<>();
    for (int head = 0; head < 12; head++) {
      ofA.add(attends("p", head, head, "x y"));
      ofB.add(attends("p", (head + 5) % 12, head, "x y"));
      ofA.add(attends("other words", head, head, "x y"));
      ofB.add(attends("other words", head, head, "x z"));
      ofA.add(attends("only in A", head, head, "x y"));
    }
    a.write(Table.SAMPLED_ATTENTION, ofA.iterator());
    b.write(Table.SAMPLED_ATTENTION, ofB.iterator());
    Matches found = Comparison.of(a, b, .02, false).matches();
    assertThat(found.words()).contains("Jensen-Shannon distance over 1 words of the 1 pairs");
    assertThat(found.rows())
        .hasSize(12)
        .allSatisfy(
            match -> {
              assertThat(match.method()).isEqualTo("jensen_shannon");
              assertThat(match.nPairs()).isEqualTo(1);
              assertThat(match.headB()).isEqualTo((match.headA() + 5) % 12);
              assertThat(match.distance()).isZero();
            });
  }

  @Test
  void headsWithDisjointAttentionAreAsFarAsCanBe() {
    RunDirectory a = run("a", 1, sample(1, 0));
    RunDirectory b = run("b", 1, sample(2, 0));
    List<SampledAttention> ofA = new ArrayList<>();
    List<SampledAttention> ofB = new ArrayList<>();
    for (int head = 0; head < 12; head++) {
      ofA.add(attends("p", head, 0, "x y"));
      ofB.add(attends("p", head, 12, "x y"));
    }
    for (RunDirectory run : List.of(a, b)) {
      run.write(Table.HEAD_PATTERNS, List.of(row(0, .3, "strong")).iterator());
    }
    a.write(Table.SAMPLED_ATTENTION, ofA.iterator());
    b.write(Table.SAMPLED_ATTENTION, ofB.iterator());
    assertThat(Comparison.of(a, b, .02, false).matches().rows())
        .allSatisfy(
            match -> assertThat(match.distance()).isEqualTo(Math.sqrt(Math.log(2)), within(1e-5)));
  }

  @Test
  void whyHeadsAreMatchedBySharesIsSaid() {
    RunDirectory a = run("a", 1, sample(1, 0));
    RunDirectory b = run("b", 1, sample(2, 0));
    for (RunDirectory run : List.of(a, b)) {
      run.write(Table.HEAD_PATTERNS, List.of(row(0, .3, "strong")).iterator());
    }
    assertThat(Comparison.of(a, b, .02, false).matches().words())
        .contains("by their shares only", "because both runs keep no sampled_attention");
    a.write(Table.SAMPLED_ATTENTION, List.of(attends("p", 0, 0, "x")).iterator());
    assertThat(Comparison.of(a, b, .02, false).matches().words())
        .contains("because B keeps no sampled_attention");
    b.write(Table.SAMPLED_ATTENTION, List.of(attends("q", 0, 0, "x")).iterator());
    Matches found = Comparison.of(a, b, .02, false).matches();
    assertThat(found.words()).contains("(A 1, B 1), none has the same id and the same words");
    assertThat(found.rows()).allSatisfy(match -> assertThat(match.method()).isEqualTo("shares"));
    assertThat(found.rows().get(0).nPairs()).isNull();
  }

  /**
   * Returns the attention from the first word of a pair: it is divided between the first word and
   * everything that is no word, of which it gets a part of twelve.
   */
  private static SampledAttention attends(String pair, int head, int part, String words) {
    List<String> split = List.of(words.split(" "));
    float[] attention = new float[split.size() + 1];
    attention[0] = 1 - part / 12f;
    attention[split.size()] = part / 12f;
    return new SampledAttention(new HeadKey("r", 0, head), pair, split, new int[] {0}, attention);
  }

  @Test
  void runsWithNothingInCommonAreRefused() {
    RunDirectory a = run("a", 1, Map.of());
    RunDirectory b = run("b", 1, Map.of());
    a.write(Table.HEAD_PATTERNS, List.of(row(0, .3, "strong")).iterator());
    b.write(Table.HEAD_PATTERNS, List.of(row(1, .3, "strong")).iterator());
    assertThatThrownBy(() -> rows(a, b)).hasMessageContaining("nothing to compare");
  }

  @Test
  void headsOfModelsThatWereTrainedApartAreMatched() {
    RunDirectory a = run("a", 1, sample(1, 0));
    RunDirectory b = run("b", 1, sample(2, 0));
    double[] shares = {.1, .2, .3, .4, .5, .6, .7, .8, .9, .15, .25, .35};
    List<HeadPattern> rowsOfA = new ArrayList<>();
    List<HeadPattern> rowsOfB = new ArrayList<>();
    for (int head = 0; head < 12; head++) {
      rowsOfA.add(row(head, shares[head], "strong"));
      rowsOfB.add(row((head + 5) % 12, shares[head] + .01, "strong"));
    }
    a.write(Table.HEAD_PATTERNS, rowsOfA.iterator());
    b.write(Table.HEAD_PATTERNS, rowsOfB.iterator());
    Comparison found = Comparison.of(a, b, .02, false);
    assertThat(found.correspondence().same()).isFalse();
    assertThat(found.correspondence().warning()).contains("trained apart", "--same-heads");
    assertThat(found.matches().rows())
        .hasSize(12)
        .allSatisfy(
            match -> {
              assertThat(match.headB()).isEqualTo((match.headA() + 5) % 12);
              assertThat(match.distance()).isEqualTo(.01, within(1e-12));
              assertThat(match.nearer()).isZero();
            });
    Comparison overruled = Comparison.of(a, b, .02, true);
    assertThat(overruled.correspondence().warning()).isNull();
    assertThat(overruled.matches()).isNull();
  }

  @Test
  void aModelThatDescendsFromAnotherHasItsHeads() {
    RunDirectory a = run("a", 1, sample(1, 0));
    RunDirectory tuned = run("tuned", 1, sample(1, .3));
    for (RunDirectory run : List.of(a, tuned)) {
      run.write(Table.HEAD_PATTERNS, List.of(row(0, .3, "strong")).iterator());
    }
    HeadCorrespondence correspondence = Comparison.of(a, tuned, .02, false).correspondence();
    assertThat(correspondence.same()).isTrue();
    // A change r times as large as the weights has the cosine 1 / sqrt(1 + r^2).
    assertThat(correspondence.cosine()).isEqualTo(1 / Math.sqrt(1 + .3 * .3), within(.03));
    RunDirectory old = run("old", 1, Map.of());
    old.write(Table.HEAD_PATTERNS, List.of(row(0, .3, "strong")).iterator());
    assertThat(Comparison.of(a, old, .02, false).correspondence().same())
        .as("a run that records no weights")
        .isTrue();
  }

  /** Returns weights of a seed, changed by others that are as many times as large. */
  private static WeightSample sample(long seed, double change) {
    Random weights = new Random(seed);
    Random others = new Random(99);
    float[] values = new float[256];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (weights.nextGaussian() + change * others.nextGaussian());
    }
    return new WeightSample(values);
  }

  private RunDirectory run(String name, int layers, WeightSample sample) {
    RunDirectory run = run(name, layers, Map.of());
    run.write(run.manifest().toBuilder().weightSample(sample.text()).build());
    return run;
  }

  private static List<HeadDifference> rows(RunDirectory a, RunDirectory b) {
    return Comparison.of(a, b, .02, false).rows();
  }

  private RunDirectory run(String name, int layers, Map<String, Object> configuration) {
    RunDirectory run = RunDirectory.at(folder.resolve(name).toString(), new Configuration());
    run.write(
        Manifests.small()
            .runId(name)
            .model(new RunManifest.Model("m", "/m", "f", null, null, layers, 12, 768))
            .input(new RunManifest.Input(List.of("x.tsv"), "tsv", "f", "0c"))
            .counts(new RunManifest.Counts(50, 50, 0, 0, 0, 1, 1))
            .configuration(configuration)
            .build());
    return run;
  }

  /** Returns shares that vary much from pair to pair and little from run to run. */
  private static List<PairScore> scores(int from, int to, double more) {
    List<PairScore> scores = new ArrayList<>();
    for (int pair = from; pair < to; pair++) {
      double share = .2 + .5 * new Random(pair).nextDouble() + more;
      scores.add(
          new PairScore(
              "r", "pair-" + pair, NEXT, 5 + pair % 7, share, share, 1, TaskPrediction.NONE));
    }
    return scores;
  }

  private static HeadPattern row(
      int head, double share, String grade, Interval score, double error, long clusters) {
    return Table.HEAD_PATTERNS
        .row()
        .set(row(head, share, grade))
        .set("n_clusters", clusters)
        .set("score", score)
        .set("score_se", error)
        .build();
  }

  private static HeadPattern row(int head, double share, String grade) {
    double lift = share / .05;
    return Table.HEAD_PATTERNS
        .row()
        .set(new PatternKey("r", 0, head, "next", "all", "token", "all"))
        .set("n_clusters", 201L)
        .set("n_queries", 5000L)
        .set("share", new Interval(share, share - .02, share + .02))
        .set("share_macro", share)
        .set("coverage", .7)
        .set("null_share", .05)
        .set("null_name", "uniform")
        .set("lift", new Interval(lift, lift * .95, lift / .95))
        .set("log_lift_se", -Math.log(.95) / T_200)
        .set("log_lift_df", 200.)
        .set("lift_uniform", lift)
        .set("consistency", .9)
        .set("q_value", 1e-9)
        .set("grade", grade)
        .set("score", new Interval(share, share - .02, share + .02))
        .set("score_se", .02 / T_200)
        .set("judged_by", "share")
        .set("exhibits", List.of("present", "strong", "dominant").contains(grade))
        .set("headline", true)
        .build();
  }
}
