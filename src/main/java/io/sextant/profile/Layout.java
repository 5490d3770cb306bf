package io.sextant.profile;

import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Family;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured for every head: the parts of all patterns in a fixed order. A slot is one part
 * of one head: {@code part * heads + head}, where heads are counted over all layers.
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
  }

  /** Keys of the null models, in the order of {@link NullModel#all}. */
  static final List<String> NULLS = List.of("B0", "B1", "B2");

  private final int layers;
  private final int headsPerLayer;
  private final List<AttentionPattern> patterns;
  private final List<Part> parts;

  Layout(int layers, int headsPerLayer, List<AttentionPattern> patterns) {
    this.layers = layers;
    this.headsPerLayer = headsPerLayer;
    this.patterns = List.copyOf(patterns);
    List<Part> all = new ArrayList<>();
    for (AttentionPattern pattern : patterns) {
      for (String name : pattern.parts()) {
        all.add(new Part(pattern, name));
      }
    }
    this.parts = List.copyOf(all);
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

  int headsPerLayer() {
    return headsPerLayer;
  }

  /** Heads of all layers. */
  int heads() {
    return layers * headsPerLayer;
  }

  int slots() {
    return parts.size() * heads();
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
    StringBuilder signature = new StringBuilder(layers + "x" + headsPerLayer);
    for (Part part : parts) {
      signature.append(' ').append(part.pattern().key()).append('.').append(part.name());
    }
    return signature.toString();
  }
}
