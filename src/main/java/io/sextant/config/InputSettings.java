package io.sextant.config;

import java.util.List;

/**
 * Where the pairs are. The keys of {@code sextant.input} in {@code reference.conf}.
 *
 * @param paths files, folders or globs; at least one
 * @param sentenceA null if no column was named
 * @param sentenceB null if no column was named
 * @param id null if no id column was named
 * @param group null if no column of clusters was named
 * @param text the column of documents, to be cut into sentences; null if rows are pairs
 * @param sentenceWords most words of a document's sentence
 * @param textFiles what text files cannot say of themselves
 * @param pipeline folder of a saved Spark NLP pipeline that annotates the sentences; null for none
 */
public record InputSettings(
    List<String> paths,
    String format,
    String sentenceA,
    String sentenceB,
    String id,
    String group,
    String text,
    int sentenceWords,
    String pipeline,
    double maxRejectRate,
    TextSettings textFiles) {}
