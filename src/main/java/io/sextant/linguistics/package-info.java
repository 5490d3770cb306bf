/**
 * What relates two words: surface, lemma, stem, WordNet, the model's word embeddings,
 * co-occurrence. Spark NLP's annotators are called here, as plain functions. May import {@code
 * bert}, {@code text} and {@code fault}.
 */
package io.sextant.linguistics;
