package io.sextant.attention.edit;

/**
 * A pass of a pair with an edit.
 *
 * @param pair the index of the pair in its pack
 * @param edit the index in {@link EditedPair#edits}
 * @param change what the edit does to the contexts
 */
record EditRun(int pair, int edit, ContextEdit change) {}
