package io.sextant.syntax;

/**
 * A dependency between two different units of a {@link WordAlignment}.
 *
 * @param dependent the index of the dependent's unit
 * @param head the index of the head's unit
 * @param relation the relation with its subtype
 */
record Dependency(int dependent, int head, String relation) {}
