package io.sextant.syntax;

/**
 * A mention of an entity in the first sentence.
 *
 * @param begin the index of the first UTF-16 unit
 * @param end the index after the last UTF-16 unit
 * @param entity the entity; mentions of the same entity corefer
 * @param anaphor whether the mention is marked as one whose antecedent is looked for
 */
record Mention(int begin, int end, String entity, boolean anaphor) {}
