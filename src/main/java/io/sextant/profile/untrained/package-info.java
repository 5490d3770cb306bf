/**
 * An untrained model as a null: weights that are drawn instead of read, and how the scores of its
 * heads stand beside those of the trained model.
 */
package io.sextant.profile.untrained;
