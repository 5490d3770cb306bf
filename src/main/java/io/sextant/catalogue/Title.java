package io.sextant.catalogue;

/** The title in plain words of a key in the tables, such as a part or a unit. */
public record Title(String key, String title) {}
