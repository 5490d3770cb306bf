package io.sextant.syntax;

import java.util.Locale;

/** Which way a dependency is looked for. */
enum Direction {
  /** The word that the dependent attends to most is its head. */
  DEPENDENT_TO_HEAD,
  /** The word that the head attends to most is one of its dependents of the relation. */
  HEAD_TO_DEPENDENT,
  /**
   * The word that attends most to the dependent is its head: how the published code of Clark et al.
   * (2019) scores heads that attend to dependents.
   */
  DEPENDENT_FROM_HEAD;

  /** As it stands in the table. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
