/**
 * Runs batches of encoded pairs through a BERT encoder and hands every attention map to a sink.
 * What all backends share lives here; a backend is a package below. May import {@code bert}, {@code
 * text} and {@code fault}.
 */
package io.sextant.attention;
