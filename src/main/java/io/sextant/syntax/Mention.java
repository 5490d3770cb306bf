package io.sextant.syntax;

/**
 * A mention of an entity in the first sentence.
 *
 * @param begin index of its first character, in UTF-16 units
 * @param end index after its last
 * @param entity mentions of one entity corefer
 * @param anaphor whether it is one of those whose antecedent is asked for
 */
record Mention(int begin, int end, String entity, boolean anaphor) {}
