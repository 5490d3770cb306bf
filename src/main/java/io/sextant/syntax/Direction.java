package io.sextant.syntax;

import java.util.Locale;

/** The directions in which attention is compared with a dependency. */
enum Direction {
  /** The word that the dependent attends to most is its head. */
  DEPENDENT_TO_HEAD,
  /** The word that the head attends to most is one of its dependents of the relation. */
  HEAD_TO_DEPENDENT,
  /**
   * The word that attends most to the dependent is its head. The published code of Clark et al.
   * (2019) scores heads that attend to dependents in this way.
   */
  DEPENDENT_FROM_HEAD;

  /** Returns the value in the table. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
