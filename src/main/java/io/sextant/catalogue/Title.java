package io.sextant.catalogue;

/** A key of the tables in plain words: a part of patterns, a stratum, a unit. */
public record Title(String key, String title) {}
