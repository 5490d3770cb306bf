/**
 * A BERT checkpoint: its configuration, vocabulary, weights and fingerprint, and the interface
 * {@link io.sextant.bert.ModelSource} that every layout implements. It may import {@code fault}
 * only.
 */
package io.sextant.bert;
