package io.sextant.view;

import java.util.List;

/**
 * What a model's task head says of a pair.
 *
 * @param modelClass transformers' class of the model
 * @param labels the label of each score
 * @param scores the score of each label
 * @param meaning what the scores are, in words
 */
public record Prediction(String modelClass, List<String> labels, double[] scores, String meaning) {}
