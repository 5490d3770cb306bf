/**
 * A BERT checkpoint as it lies on disk: configuration, vocabulary, weights, fingerprint, and one
 * {@link io.sextant.bert.ModelSource} per layout. May import {@code fault} only.
 */
package io.sextant.bert;
