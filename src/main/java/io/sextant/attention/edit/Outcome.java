package io.sextant.attention.edit;

/** What is measured of a model's answer. */
public enum Outcome {
  /** The mean cross-entropy of the masked tokens in nats. */
  LOSS,

  /**
   * The Kullback-Leibler divergence KL(intact || edited) of the model's distribution in nats: over
   * the vocabulary, a mean over the masked positions; or over the classes. Of labels that do not
   * exclude each other, it is the sum over the labels.
   */
  KL,

  /** The absolute difference from the intact score, a mean over the scores of a regression. */
  DIFFERENCE
}
