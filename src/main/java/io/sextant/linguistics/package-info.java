/**
 * What relates two words: surface, lemma, stem. Spark NLP's annotators are called here, as plain
 * functions. May import {@code text} and {@code fault}.
 */
package io.sextant.linguistics;
