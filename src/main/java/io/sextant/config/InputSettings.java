package io.sextant.config;

import java.util.List;

/**
 * Where the pairs are. The keys of {@code sextant.input} in {@code reference.conf}.
 *
 * @param paths files, folders or globs; at least one
 * @param id null if the data has no id column
 * @param group null if every pair is its own sampling unit
 * @param sentenceBNamed whether the user named sentence-b, so that it must be there
 */
public record InputSettings(
    List<String> paths,
    String format,
    String sentenceA,
    String sentenceB,
    boolean sentenceBNamed,
    String id,
    String group,
    double maxRejectRate) {}
