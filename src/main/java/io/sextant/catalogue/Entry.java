package io.sextant.catalogue;

import java.util.List;

/**
 * The description of a pattern.
 *
 * @param key the pattern's name in tables and options
 * @param family the family, which determines how the pattern is judged
 * @param meaning where attention goes, such as "to the token after it"
 * @param color the colour as {@code #rrggbb}, from Paul Tol's schemes for colour-blind readers
 *     where they suffice
 * @param letter the character that stands for the pattern on maps
 * @param parts the parts that are measured, in the order of the tables
 * @param labels the parts by which heads are graded; the first stands for the pattern
 * @param nulls the keys of the nulls that a head must all beat; null for those of the family
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

  /** Returns a sentence that says what is measured. */
  public String sentence() {
    return "Attention from a token " + meaning + ".";
  }
}
