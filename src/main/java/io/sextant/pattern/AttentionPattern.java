package io.sextant.pattern;

import io.sextant.catalogue.Catalogue;
import java.util.List;

/**
 * A pattern of attention, which defines a set of target keys T(i) for every eligible query i of a
 * pair. It does not depend on heads: every head is compared with the same targets. By default, the
 * family, the parts and the nulls are those in the {@link Catalogue}.
 */
public interface AttentionPattern {

  /** Returns the pattern's name in tables and options, in snake_case. */
  String key();

  /** Returns the kind of claim that the pattern makes. */
  default Family family() {
    return Family.named(Catalogue.all().pattern(key()).family());
  }

  /**
   * Returns the names of the parts that are measured separately, in snake_case and in a fixed
   * order; at least one.
   */
  default List<String> parts() {
    return Catalogue.all().pattern(key()).parts();
  }

  /**
   * Returns the names of the parts that heads are graded by; empty for {@link Family#DESCRIPTION}.
   * Each is a separate claim that a head exhibits the part.
   */
  default List<String> labelParts() {
    return Catalogue.all().pattern(key()).labels();
  }

  /** Returns the keys of the nulls that a head must all beat to exhibit the pattern. */
  default List<String> nulls() {
    return Catalogue.all().judging(key()).nulls();
  }

  /**
   * Returns whether the pattern is also compared with attention to the same index in the other
   * sentence, because a head with such attention could appear to exhibit it.
   */
  default boolean hasSameIndexControl() {
    return nulls().contains("same_index");
  }

  /**
   * Returns the eligible queries and their targets, with one entry per part in the order of {@link
   * #parts()}. A part that does not apply to the pair is {@link Targets#NONE}.
   */
  List<Targets> targets(AnnotatedPair pair);

  /**
   * Returns the targets by the masks of Clark et al. 2019 (section 3), whose score is divided by
   * all n positions. Delimiters are queries too, and {@code next} and {@code previous} cross
   * sentence borders. By default, these are the targets of the pattern itself. A part that Clark et
   * al. do not have is {@link Targets#NONE}.
   *
   * @param own the result of {@link #targets} for the pair
   */
  default List<Targets> clarkTargets(AnnotatedPair pair, List<Targets> own) {
    return own;
  }
}
