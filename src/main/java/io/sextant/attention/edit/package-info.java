/**
 * Runs the encoder with edited heads, and compares what the model then says with what it says
 * intact. An edit changes a head's context, which is the weighted sum of its values before the
 * output projection. This package may import {@code math}, {@code bert}, {@code text}, {@code
 * attention} and {@code fault}.
 */
package io.sextant.attention.edit;
