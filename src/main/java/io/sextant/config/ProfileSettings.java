package io.sextant.config;

import java.util.List;
import java.util.Map;

/**
 * All settings of a run.
 *
 * @param model path of the checkpoint
 * @param modelName what the run calls it; null for its own name
 * @param patterns keys of the patterns to measure; empty for all
 * @param units what queries and keys are: token, word
 * @param pairScores whether every pair's own scores are kept
 * @param calibrationPairs pairs that are measured first, for the null models
 * @param maxChunks chunks to run before stopping; 0 for all
 * @param until when to stop before all chunks have run
 * @param science what decides the numbers, by configuration key: equal settings, model and input
 *     give equal tables
 * @param effective every setting, by configuration key
 */
public record ProfileSettings(
    String model,
    String modelName,
    InputSettings input,
    OutputSettings output,
    AttentionSettings attention,
    LinguisticsSettings linguistics,
    List<String> patterns,
    CooccurrenceSettings cooccurrence,
    MlmSettings mlm,
    List<String> units,
    boolean pairScores,
    ExemplarSettings exemplars,
    int calibrationPairs,
    DistanceSettings distances,
    Thresholds thresholds,
    int maxChunks,
    UntilSettings until,
    Map<String, Object> science,
    Map<String, Object> effective) {}
