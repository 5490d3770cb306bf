/**
 * One pair through a model, with the queries and keys that its attention is made of: what the views
 * of a pair are drawn from. Needs no Spark and no native library but the tokenizer's. May import
 * {@code bert}, {@code text}, {@code attention} and {@code fault}.
 */
package io.sextant.view;
