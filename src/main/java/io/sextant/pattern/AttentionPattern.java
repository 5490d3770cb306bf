package io.sextant.pattern;

import io.sextant.catalogue.Catalogue;
import java.util.List;

/**
 * A pattern of attention: a set of target keys T(i) for every eligible query i of a pair. It knows
 * nothing of heads; the same targets are held against every head. What it is called, what its parts
 * are and how it is judged stands in the {@link Catalogue}.
 */
public interface AttentionPattern {

  /** Name in tables and options, snake_case. */
  String key();

  /** What kind of claim it makes. */
  default Family family() {
    return Family.named(Catalogue.all().pattern(key()).family());
  }

  /** Names of the parts that are measured apart, snake_case; at least one, in a fixed order. */
  default List<String> parts() {
    return Catalogue.all().pattern(key()).parts();
  }

  /**
   * The parts that are graded, each a claim of its own that a head exhibits it; empty for {@link
   * Family#DESCRIPTION}.
   */
  default List<String> labelParts() {
    return Catalogue.all().pattern(key()).labels();
  }

  /** Keys of the nulls that a head must all beat to exhibit the pattern. */
  default List<String> nulls() {
    return Catalogue.all().judging(key()).nulls();
  }

  /**
   * Whether a head that looks at the same place of the other sentence could pass for this pattern.
   */
  default boolean hasSameIndexControl() {
    return nulls().contains("same_index");
  }

  /**
   * Eligible queries and their targets, one entry per part in the order of {@link #parts()}. A part
   * that does not apply to the pair is {@link Targets#NONE}.
   */
  List<Targets> targets(AnnotatedPair pair);

  /**
   * The same by the masks of Clark et al. 2019 (section 3), whose score divides by all n positions:
   * delimiters are queries too, and next and previous cross sentence borders. By default the
   * targets themselves. A part that Clark et al. do not have is {@link Targets#NONE}.
   *
   * @param own what {@link #targets} gave for the pair
   */
  default List<Targets> clarkTargets(AnnotatedPair pair, List<Targets> own) {
    return own;
  }
}
