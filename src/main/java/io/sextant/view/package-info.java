/**
 * Runs one pair through a model and keeps the queries and keys of all heads, from which the views
 * of a pair are drawn. It needs no Spark and no native library except the tokenizer's. It may
 * import {@code bert}, {@code text}, {@code attention} and {@code fault}.
 */
package io.sextant.view;
