package io.sextant.text;

import java.io.Serializable;

/**
 * One row of the corpus.
 *
 * @param id identifies the pair in the corpus
 * @param group the cluster that the pair belongs to (a document, say); null when the pair is its
 *     own unit
 * @param sentenceA the first sentence, not blank
 * @param sentenceB the second sentence; null for single-sentence input
 */
public record SentencePair(String id, String group, String sentenceA, String sentenceB)
    implements Serializable {}
