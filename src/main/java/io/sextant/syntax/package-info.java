/**
 * Compares heads with annotation: how often a word attends to its syntactic head or its antecedent,
 * and to which parts of speech. This package reads CoNLL-U, aligns it with the model's words and
 * keeps mergeable counts. It does not depend on Spark. It may import {@code text}, {@code bert},
 * {@code attention}, {@code profile}, {@code table} and {@code fault}.
 */
package io.sextant.syntax;
