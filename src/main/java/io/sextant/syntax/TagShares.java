package io.sextant.syntax;

import io.sextant.math.Ratio;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The shares of each head's attention to each part of speech, as a mergeable state. Queries and
 * keys are the tokens of units that have a tag.
 */
final class TagShares {
  /** The sums of one pair or cluster. */
  static final class UnitSums {
    /** The number of tagged tokens, which are the queries. */
    long queries;

    /** Each head's attention to tagged tokens. */
    final double[] tagged;

    final SortedMap<String, TagSums> tags = new TreeMap<>();

    UnitSums(int heads) {
      tagged = new double[heads];
    }

    void add(UnitSums other) {
      queries += other.queries;
      for (int head = 0; head < tagged.length; head++) {
        tagged[head] += other.tagged[head];
      }
      other.tags.forEach(
          (tag, sums) ->
              tags.computeIfAbsent(tag, none -> new TagSums(tagged.length, sums.chance.length))
                  .add(sums));
    }
  }

  /** The sums of one pair or cluster for one tag. */
  static final class TagSums {
    /** The number of tokens with the tag. */
    long tokens;

    /** Each head's attention to tokens with the tag. */
    final double[] mass;

    /**
     * For each window, the sum over queries of the fraction of the tagged tokens in sight that have
     * the tag.
     */
    final double[] chance;

    TagSums(int heads, int windows) {
      mass = new double[heads];
      chance = new double[windows];
    }

    private void add(TagSums other) {
      tokens += other.tokens;
      for (int head = 0; head < mass.length; head++) {
        mass[head] += other.mass[head];
      }
      for (int window = 0; window < chance.length; window++) {
        chance[window] += other.chance[window];
      }
    }
  }

  /**
   * The sums over clusters for one tag: of the attention x to the tag, its square, and its product
   * with the attention y to all tagged tokens; and the chance of the tag in each window.
   */
  private static final class Sums {
    long tokens;
    final double[] x;
    final double[] xx;
    final double[] xy;
    final double[] chance;

    Sums(int heads, int windows) {
      chance = new double[windows];
      x = new double[heads];
      xx = new double[heads];
      xy = new double[heads];
    }
  }

  private final int heads;
  private final int windows;
  private long units;
  private long queries;
  private final double[] y;
  private final double[] yy;
  private final SortedMap<String, Sums> tags = new TreeMap<>();

  TagShares(int heads, int windows) {
    this.heads = heads;
    this.windows = windows;
    this.y = new double[heads];
    this.yy = new double[heads];
  }

  Iterable<String> tags() {
    return tags.keySet();
  }

  /** Returns the number of tokens with a tag. */
  long tokens(String tag) {
    return tags.get(tag).tokens;
  }

  /** Returns the part of the tagged tokens that have a tag. */
  double frequency(String tag) {
    return (double) tokens(tag) / queries;
  }

  /** Returns the share of a head that attends to all tagged tokens in its window equally. */
  double chance(String tag, int window) {
    return tags.get(tag).chance[window] / queries;
  }

  /** Returns the share of a head's attention from tagged tokens that goes to a tag. */
  double share(String tag, int head) {
    return tags.get(tag).x[head] / queries;
  }

  /** Returns the share of a head's attention between tagged tokens that goes to a tag. */
  Ratio shareOfTagged(String tag, int head) {
    Sums sums = tags.get(tag);
    return Ratio.of(
        units, sums.x[head] / units, y[head] / units, sums.xx[head], sums.xy[head], yy[head]);
  }

  UnitSums newUnit() {
    return new UnitSums(heads);
  }

  /** Adds one cluster. */
  void add(UnitSums unit) {
    units++;
    queries += unit.queries;
    for (int head = 0; head < heads; head++) {
      y[head] += unit.tagged[head];
      yy[head] += unit.tagged[head] * unit.tagged[head];
    }
    unit.tags.forEach(
        (tag, of) -> {
          Sums sums = tags.computeIfAbsent(tag, none -> new Sums(heads, windows));
          sums.tokens += of.tokens;
          for (int window = 0; window < windows; window++) {
            sums.chance[window] += of.chance[window];
          }
          for (int head = 0; head < heads; head++) {
            double x = of.mass[head];
            sums.x[head] += x;
            sums.xx[head] += x * x;
            sums.xy[head] += x * unit.tagged[head];
          }
        });
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(units);
    out.writeLong(queries);
    write(out, y, yy);
    out.writeInt(tags.size());
    for (var tag : tags.entrySet()) {
      out.writeUTF(tag.getKey());
      out.writeLong(tag.getValue().tokens);
      write(out, tag.getValue().x, tag.getValue().xx, tag.getValue().xy);
      write(out, tag.getValue().chance);
    }
  }

  private static void write(DataOutput out, double[]... arrays) throws IOException {
    for (double[] array : arrays) {
      for (double value : array) {
        out.writeDouble(value);
      }
    }
  }

  /** Reads a state that {@link #write} wrote and adds it to this one. */
  void mergeFrom(DataInput in) throws IOException {
    units += in.readLong();
    queries += in.readLong();
    add(in, y, yy);
    for (int left = in.readInt(); left > 0; left--) {
      Sums sums = tags.computeIfAbsent(in.readUTF(), none -> new Sums(heads, windows));
      sums.tokens += in.readLong();
      add(in, sums.x, sums.xx, sums.xy, sums.chance);
    }
  }

  private static void add(DataInput in, double[]... arrays) throws IOException {
    for (double[] sums : arrays) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += in.readDouble();
      }
    }
  }
}
