package io.sextant.table.row;

/** One part of one pattern, for one head. */
public record HeadPart(int layer, int head, String pattern, String part) {}
