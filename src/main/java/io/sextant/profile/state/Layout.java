package io.sextant.profile.state;

import io.sextant.bert.Window;
import io.sextant.catalogue.Catalogue;
import io.sextant.catalogue.Judging;
import io.sextant.catalogue.Null;
import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Family;
import io.sextant.table.HeadGrid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The parts of all patterns that are measured for every head, in a fixed order. A slot is one part
 * of one head; heads are counted over all layers.
 */
public final class Layout {

  /**
   * One part of one pattern.
   *
   * @param label whether heads are graded by this part
   * @param headline whether the part represents its pattern in primary labels and exemplars
   * @param judgedBy the column of {@code head_patterns} that the part is judged by
   * @param nulls indices of the nulls that a head must all beat to exhibit the part
   */
  public record Part(
      AttentionPattern pattern,
      String name,
      Family family,
      boolean label,
      boolean headline,
      String judgedBy,
      List<Integer> nulls) {

    static Part of(AttentionPattern pattern, String name) {
      List<String> labels = pattern.labelParts();
      Judging judging = Catalogue.all().judging(pattern.key());
      return new Part(
          pattern,
          name,
          pattern.family(),
          labels.contains(name),
          !labels.isEmpty() && name.equals(labels.get(0)),
          judging.judgedBy(),
          judging.nulls().stream().map(NULLS::indexOf).toList());
    }
  }

  /** The keys of the null models, in the order of {@code NullModel.all}. */
  public static final List<String> NULLS = Catalogue.all().nulls().stream().map(Null::key).toList();

  private final HeadGrid grid;
  private final List<Window> windows;
  private final List<AttentionPattern> patterns;
  private final List<Part> parts;

  /** For each part, its index among all parts of the patterns. */
  private final int[] origins;

  /** Creates the layout of an encoder whose queries see all keys. */
  public Layout(int layers, int headsPerLayer, List<AttentionPattern> patterns) {
    this(Collections.nCopies(layers, Window.FULL), headsPerLayer, patterns);
  }

  /**
   * Creates the layout of an encoder.
   *
   * @param windows the keys that the queries of each layer see
   */
  public Layout(List<Window> windows, int headsPerLayer, List<AttentionPattern> patterns) {
    this.grid = new HeadGrid(windows.size(), headsPerLayer);
    this.windows = List.copyOf(windows);
    this.patterns = List.copyOf(patterns);
    List<Part> all = new ArrayList<>();
    for (AttentionPattern pattern : patterns) {
      for (String name : pattern.parts()) {
        all.add(Part.of(pattern, name));
      }
    }
    this.parts = List.copyOf(all);
    this.origins = IntStream.range(0, parts.size()).toArray();
  }

  private Layout(Layout whole, int[] kept) {
    this.grid = whole.grid;
    this.windows = whole.windows;
    this.patterns = whole.patterns;
    this.parts = IntStream.of(kept).mapToObj(whole.parts::get).toList();
    this.origins = kept;
  }

  /** Returns a layout of the same heads with the label parts only. */
  public Layout labels() {
    return new Layout(
        this, IntStream.range(0, parts.size()).filter(i -> parts.get(i).label()).toArray());
  }

  /**
   * Returns the index of a part in the layout that {@link #labels} was called on; in any other
   * layout, the index itself.
   */
  public int origin(int part) {
    return origins[part];
  }

  public List<AttentionPattern> patterns() {
    return patterns;
  }

  public List<Part> parts() {
    return parts;
  }

  /** Returns the family of every part. */
  public Family[] families() {
    return parts.stream().map(Part::family).toArray(Family[]::new);
  }

  /** Returns the number of null models. */
  public int nulls() {
    return NULLS.size();
  }

  /** Returns the index of the null model with the given key. */
  public static int nullIndex(String key) {
    return NULLS.indexOf(key);
  }

  public HeadGrid grid() {
    return grid;
  }

  /** Returns the keys that the queries of each layer see. */
  public List<Window> windows() {
    return windows;
  }

  /** Returns whether the queries of any layer may not see all keys. */
  public boolean isLocal() {
    return windows.stream().anyMatch(Window::isLocal);
  }

  /** Returns the number of heads of all layers. */
  public int heads() {
    return grid.heads();
  }

  public int slots() {
    return parts.size() * heads();
  }

  /** Returns the index of a slot, for lists and arrays that are not a {@link SlotArray}. */
  public int slot(int part, int head) {
    return part * heads() + head;
  }

  /** Returns the index of a part; -1 if it is not measured. */
  public int indexOf(String pattern, String name) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).pattern().key().equals(pattern) && parts.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Returns a text that identifies the layout, so that states of different layouts are never
   * merged.
   */
  public String signature() {
    StringBuilder signature = new StringBuilder(grid.layers() + "x" + grid.headsPerLayer());
    if (isLocal()) {
      windows.forEach(window -> signature.append(' ').append(window.reach()));
    }
    for (Part part : parts) {
      signature.append(' ').append(part.pattern().key()).append('.').append(part.name());
    }
    return signature.toString();
  }
}
