package io.sextant.profile.effect;

import io.sextant.config.EffectSettings;
import io.sextant.pattern.Patterns;
import io.sextant.table.HeadGrid;
import io.sextant.table.row.HeadPattern;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What is edited in every pair of the sample. Each edit has a slot in {@link PairEffects}:
 *
 * <pre>
 *   heads           the ablation of each head, by its number over all layers
 *   3 for each test all targets are knocked out; those that have controls; their controls
 *   1 + {@value #SETS} for each group  the group is ablated; each of its random sets
 * </pre>
 *
 * @param tests the heads and label parts whose pattern is knocked out
 * @param groups the label parts whose heads are ablated together
 */
public record EffectPlan(HeadGrid grid, List<HeadLabel> tests, List<Group> groups)
    implements Serializable {

  /** The number of random sets that a group is compared with. */
  public static final int SETS = 20;

  /** The slots of a test, from {@link #test(int)} on. */
  static final int ALL = 0;

  static final int MATCHED = 1;
  static final int CONTROLS = 2;
  private static final int SLOTS_OF_A_TEST = 3;

  /** A label part, by its keys in the catalogue. */
  public record Label(String pattern, String part) implements Serializable {}

  /**
   * A head whose pattern is knocked out.
   *
   * @param head the number of the head over all layers
   * @param exhibits whether the head exhibits the part
   */
  public record HeadLabel(Label label, int head, boolean exhibits) implements Serializable {}

  /**
   * The heads that exhibit a label part, and their random sets.
   *
   * @param heads the numbers of the heads over all layers, ascending
   */
  public record Group(Label label, int[] heads, List<int[]> sets) implements Serializable {}

  /**
   * Returns the plan that follows from the labels of a run.
   *
   * @param rows the rows of {@code head_patterns} that have labels
   * @param tested the heads whose patterns are knocked out
   */
  public static EffectPlan of(HeadGrid grid, List<HeadPattern> rows, EffectSettings.Heads tested) {
    List<HeadLabel> tests = new ArrayList<>();
    Map<Label, List<Integer>> exhibiting = new LinkedHashMap<>();
    for (HeadPattern row : rows) {
      Label label = new Label(row.pattern(), row.part());
      int head = grid.number(row.layer(), row.head());
      if (row.exhibits() || tested == EffectSettings.Heads.ALL) {
        tests.add(new HeadLabel(label, head, row.exhibits()));
      }
      if (row.exhibits()) {
        exhibiting.computeIfAbsent(label, first -> new ArrayList<>()).add(head);
      }
    }
    List<Group> groups = new ArrayList<>();
    exhibiting.forEach((label, heads) -> groups.add(group(grid, label, heads)));
    return new EffectPlan(grid, List.copyOf(tests), List.copyOf(groups));
  }

  /** Returns whether a row of {@code head_patterns} is about a label over all pairs. */
  public static boolean isLabel(HeadPattern row) {
    return row.key().isOverall()
        && row.nClusters() > 0
        && Patterns.named(row.pattern()).labelParts().contains(row.part());
  }

  private static Group group(HeadGrid grid, Label label, List<Integer> of) {
    int[] heads = of.stream().mapToInt(Integer::intValue).sorted().toArray();
    long seed = (label.pattern() + "." + label.part()).hashCode();
    return new Group(label, heads, RandomSets.of(grid, heads, SETS, seed));
  }

  /** Returns the first slot of a test. */
  public int test(int index) {
    return grid.heads() + SLOTS_OF_A_TEST * index;
  }

  /** Returns the first slot of a group, which is its own; those of its random sets follow. */
  public int group(int index) {
    return test(tests.size()) + (1 + SETS) * index;
  }

  /** Returns the number of slots. */
  public int slots() {
    return group(groups.size());
  }

  /**
   * Returns about how many forward passes a pair takes: one without an edit, and of each edit the
   * part of a pass that begins in its first layer. A test counts twice, for its targets and its
   * controls, because nearly always all its targets have controls. Edits that do not apply to a
   * pair are counted too.
   */
  public double passes() {
    double passes = 1;
    for (int head = 0; head < grid.heads(); head++) {
      passes += pass(head);
    }
    for (HeadLabel test : tests) {
      passes += 2 * pass(test.head());
    }
    for (Group group : groups) {
      passes += (1 + SETS) * pass(group.heads()[0]);
    }
    return passes;
  }

  private double pass(int head) {
    return (double) (grid.layers() - grid.layer(head)) / grid.layers();
  }

  /** Returns the greatest number of tests in one layer. */
  public int testsOfALayer() {
    int[] tested = new int[grid.layers()];
    tests.forEach(test -> tested[grid.layer(test.head())]++);
    return Arrays.stream(tested).max().orElse(0);
  }

  /** Returns a text that identifies the plan. */
  public String signature() {
    StringBuilder all = new StringBuilder(grid.toString());
    tests.forEach(test -> all.append(' ').append(test));
    groups.forEach(
        group -> all.append(' ').append(group.label()).append(Arrays.toString(group.heads())));
    return DigestUtils.sha256Hex(all.toString());
  }
}
