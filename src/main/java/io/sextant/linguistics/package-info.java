/**
 * Relations between words: by surface, lemma, stem, WordNet, the model's word embeddings and
 * co-occurrence. In the build for Spark 3.5, this package also calls Spark NLP's annotators as
 * functions and loads its saved pipelines. It may import {@code bert}, {@code text} and {@code fault}.
 */
package io.sextant.linguistics;
