/**
 * Which words predict a word by the model's own masked-language head, and whether a head attends to
 * them. May import {@code profile.pair}, {@code profile.state} and {@code math}.
 */
package io.sextant.profile.prediction;
