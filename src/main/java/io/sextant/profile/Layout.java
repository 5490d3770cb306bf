package io.sextant.profile;

import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Family;
import io.sextant.table.HeadGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is measured for every head: the parts of all patterns in a fixed order. A slot is one part
 * of one head, where heads are counted over all layers.
 */
final class Layout {

  /** One part of one pattern. */
  record Part(AttentionPattern pattern, String name) {
    /** Whether a head is graded by this part. */
    boolean label() {
      return pattern.labelParts().contains(name);
    }

    /** Whether it stands for its pattern: in primary labels and exemplars. */
    boolean headline() {
      return label() && name.equals(pattern.labelParts().get(0));
    }

    Family family() {
      return pattern.family();
    }

    /**
     * Indices of the nulls that a head must all beat to exhibit the part: of content patterns those
     * that know the head's habits or the keys' likeness, otherwise uniform attention.
     */
    int[] nulls() {
      if (family() != Family.CONTENT) {
        return new int[] {0};
      }
      return pattern.hasSameIndexControl() ? new int[] {1, 2, 3} : new int[] {1, 2};
    }
  }

  /** Keys of the null models, in the order of {@link NullModel#all}. */
  static final List<String> NULLS = List.of("B0", "B1", "B2", "B3");

  /** The columns of {@code head_patterns} that have the lifts over these nulls. */
  static final List<String> LIFT_COLUMNS =
      List.of("lift_b0", "lift_b1", "lift_b2", "lift_same_index");

  private final HeadGrid grid;
  private final List<AttentionPattern> patterns;
  private final List<Part> parts;

  /** Of each part, its index among all parts of the patterns. */
  private final int[] origins;

  Layout(int layers, int headsPerLayer, List<AttentionPattern> patterns) {
    this.grid = new HeadGrid(layers, headsPerLayer);
    this.patterns = List.copyOf(patterns);
    List<Part> all = new ArrayList<>();
    for (AttentionPattern pattern : patterns) {
      for (String name : pattern.parts()) {
        all.add(new Part(pattern, name));
      }
    }
    this.parts = List.copyOf(all);
    this.origins = IntStream.range(0, parts.size()).toArray();
  }

  private Layout(Layout whole, int[] kept) {
    this.grid = whole.grid;
    this.patterns = whole.patterns;
    this.parts = IntStream.of(kept).mapToObj(whole.parts::get).toList();
    this.origins = kept;
  }

  /** The same heads, and of the parts only those that are graded. */
  Layout labels() {
    return new Layout(
        this, IntStream.range(0, parts.size()).filter(i -> parts.get(i).label()).toArray());
  }

  /** Index of a part in the layout that {@link #labels} was made from; its own otherwise. */
  int origin(int part) {
    return origins[part];
  }

  List<AttentionPattern> patterns() {
    return patterns;
  }

  List<Part> parts() {
    return parts;
  }

  /** Family of every part. */
  Family[] families() {
    return parts.stream().map(Part::family).toArray(Family[]::new);
  }

  /** Number of null models. */
  int nulls() {
    return NULLS.size();
  }

  /** Index of the null model of that key. */
  static int nullIndex(String key) {
    return NULLS.indexOf(key);
  }

  HeadGrid grid() {
    return grid;
  }

  /** Heads of all layers. */
  int heads() {
    return grid.heads();
  }

  int slots() {
    return parts.size() * heads();
  }

  /** The number of a slot, where things that are no numbers are kept by slot. */
  int slot(int part, int head) {
    return part * heads() + head;
  }

  /** Index of a part; -1 if it is not measured. */
  int indexOf(String pattern, String name) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).pattern().key().equals(pattern) && parts.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Names the layout, so that states of different layouts are never merged. */
  String signature() {
    StringBuilder signature = new StringBuilder(grid.layers() + "x" + grid.headsPerLayer());
    for (Part part : parts) {
      signature.append(' ').append(part.pattern().key()).append('.').append(part.name());
    }
    return signature.toString();
  }
}
