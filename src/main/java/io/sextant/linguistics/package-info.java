/**
 * Relations between words: by surface, lemma, stem, WordNet, the model's word embeddings and
 * co-occurrence. This package also calls Spark NLP's annotators as functions and loads its saved
 * pipelines. It may import {@code bert}, {@code text} and {@code fault}.
 */
package io.sextant.linguistics;
