/**
 * Runs batches of encoded pairs through a BERT encoder and passes every attention map to a sink.
 * This package has what all backends share; every backend is a package below it. It may import
 * {@code math}, {@code bert}, {@code text} and {@code fault}.
 */
package io.sextant.attention;
