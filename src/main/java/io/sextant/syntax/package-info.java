/**
 * What annotation says of heads: how often a word attends to its syntactic head or its antecedent,
 * and to which parts of speech. Reads CoNLL-U, joins it to the model's words, and keeps mergeable
 * counts; knows no Spark. May import {@code text}, {@code attention}, {@code profile}, {@code
 * table} and {@code fault}.
 */
package io.sextant.syntax;
