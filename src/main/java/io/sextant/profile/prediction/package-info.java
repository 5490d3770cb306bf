/**
 * Compares attention with the words by which a model's masked-language head predicts a word. This
 * package may import {@code profile.pair}, {@code profile.state} and {@code math}.
 */
package io.sextant.profile.prediction;
