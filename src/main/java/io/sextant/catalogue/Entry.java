package io.sextant.catalogue;

import java.util.List;

/**
 * A pattern.
 *
 * @param key its name in tables and options
 * @param family what kind of claim it makes
 * @param meaning where attention goes: "to the token after it"
 * @param color {@code #rrggbb}, by Paul Tol's scheme for colour-blind readers, and some
 * @param letter one character that stands for it on maps
 * @param parts what is measured apart, in the order of the tables
 * @param labels the parts that heads are graded by; the first stands for the pattern
 * @param nulls keys of the nulls that a head must all beat; null for those of its family
 */
public record Entry(
    String key,
    String family,
    String title,
    String meaning,
    String color,
    String letter,
    List<String> parts,
    List<String> labels,
    List<String> nulls) {

  /** What is measured, as a sentence. */
  public String sentence() {
    return "Attention from a token " + meaning + ".";
  }
}
