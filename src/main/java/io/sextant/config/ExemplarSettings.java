package io.sextant.config;

/** Which pairs are shown. The keys of {@code sextant.exemplars} in {@code reference.conf}. */
public record ExemplarSettings(int perHead, int maxTokens, int minQueries) {}
