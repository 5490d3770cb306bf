package io.sextant.table.row;

/** One part of one pattern, and one head that is measured by it. */
public record HeadPart(int layer, int head, String pattern, String part) {}
