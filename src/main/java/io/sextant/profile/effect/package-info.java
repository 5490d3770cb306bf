/**
 * The effect of heads and of their patterns on the model's output: what is edited in the passes of
 * a pair, and the tables that follow. This package may import {@code profile.pair}, {@code
 * profile.state} and {@code math}.
 */
package io.sextant.profile.effect;
