package io.sextant.syntax;

/**
 * An edge between two units of a pair.
 *
 * @param dependent index of the dependent's unit
 * @param head index of its head's unit, another one
 * @param relation with the subtype
 */
record Dependency(int dependent, int head, String relation) {}
