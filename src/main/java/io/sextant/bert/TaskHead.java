package io.sextant.bert;

import java.util.Arrays;
import java.util.List;

/**
 * The head of transformers' {@code ...ForSequenceClassification}, which judges a whole input by its
 * pooled last hidden states h: the logits are f(h W + b) V + c (Devlin et al. 2019, section 4.1;
 * Liu et al. 2019, section 3). In ModernBERT, f is followed by a layer norm.
 *
 * @param pooling how h is pooled
 * @param transform what is between h and the classifier
 * @param classifier the linear layer of V and c, [hidden, labels]
 * @param labels the name of each logit
 * @param problem how the logits are read
 * @param applied the function that config.json tells sentence-transformers to apply to the logits,
 *     such as {@code torch.nn.modules.linear.Identity}; null if it names none
 * @param fingerprint the SHA-256 of all these but {@code applied}, in hexadecimal
 */
public record TaskHead(
    Pooling pooling,
    Transform transform,
    Dense classifier,
    List<String> labels,
    Problem problem,
    String applied,
    String fingerprint) {

  /**
   * The transform of a pooled state.
   *
   * @param dense the linear layer of W and b, [hidden, hidden]; in BERT and ALBERT, the pooler
   * @param function the function f
   * @param norm the layer norm of its values; null if there is none
   * @param epsilon what the norm adds to the variance
   */
  public record Transform(Dense dense, Function function, LayerNorm norm, double epsilon) {

    /** Creates a transform without a norm. */
    public Transform(Dense dense, Function function) {
      this(dense, function, null, 0);
    }
  }

  /** What a task head judges: one vector made of an encoder's last hidden states. */
  public enum Pooling {
    /** The state of the first token. */
    FIRST,
    /** The mean of the states of all tokens, delimiters included. */
    MEAN;

    /**
     * Writes the pooled state of an input. The sums are float64.
     *
     * @param states the hidden states, row-major
     * @param row the row of the first token
     * @param tokens the number of tokens
     * @param pooled receives the pooled state, [hidden]
     */
    public void pool(float[] states, int row, int tokens, float[] pooled) {
      int hidden = pooled.length;
      int rows = this == FIRST ? 1 : tokens;
      for (int i = 0; i < hidden; i++) {
        double sum = 0;
        for (int token = row; token < row + rows; token++) {
          sum += states[token * hidden + i];
        }
        pooled[i] = (float) (sum / rows);
      }
    }
  }

  /** The function between the two linear layers. */
  public enum Function {
    TANH,
    RELU,
    GELU,
    GELU_TANH,
    SILU;

    /** Returns an activation as such a function. */
    public static Function of(Activation activation) {
      return valueOf(activation.name());
    }

    /** Returns the value of the function at x, in float64. */
    public double of(double x) {
      return this == TANH ? Math.tanh(x) : Activation.valueOf(name()).of(x);
    }
  }

  /** How the logits are read: transformers' {@code problem_type}. */
  public enum Problem {
    /** Each logit is a score as it stands. A head with one label is read so, too. */
    REGRESSION,
    /** The labels exclude each other: their probabilities are the softmax of the logits. */
    SINGLE_LABEL,
    /** The labels do not: each one's probability is the sigmoid of its logit. */
    MULTI_LABEL
  }

  public TaskHead {
    labels = List.copyOf(labels);
  }

  /** Creates the head and computes its fingerprint. */
  public TaskHead(
      Pooling pooling,
      Transform transform,
      Dense classifier,
      List<String> labels,
      Problem problem,
      String applied) {
    this(
        pooling,
        transform,
        classifier,
        labels,
        problem,
        applied,
        Fingerprint.of(pooling, transform, classifier, labels, problem));
  }

  /** Returns this head with another function that sentence-transformers applies to the logits. */
  public TaskHead withApplied(String function) {
    return new TaskHead(pooling, transform, classifier, labels, problem, function, fingerprint);
  }

  /** Returns whether every input is predicted to be of exactly one class. */
  public boolean hasClasses() {
    return problem == Problem.SINGLE_LABEL;
  }

  /** Returns the scores of the labels: probabilities, or the logits themselves in a regression. */
  public double[] scores(double[] logits) {
    return switch (problem) {
      case REGRESSION -> logits.clone();
      case SINGLE_LABEL -> softmax(logits);
      case MULTI_LABEL -> Arrays.stream(logits).map(x -> 1 / (1 + Math.exp(-x))).toArray();
    };
  }

  /** Says what {@link #scores} are, as "the probabilities of the classes". */
  public String meaning() {
    return switch (problem) {
      case SINGLE_LABEL -> "the probabilities of the classes";
      case MULTI_LABEL -> "the probability of each label";
      case REGRESSION ->
          (labels.size() == 1 ? "the logit as it is, to which" : "the logits as they are, to which")
              + " sentence-transformers' CrossEncoder applies "
              + usedFunction();
    };
  }

  /**
   * Returns the name of the function that sentence-transformers' CrossEncoder applies to the
   * logits: the one that the checkpoint names, else Sigmoid to one and Identity to several.
   */
  private String usedFunction() {
    if (applied == null) {
      return labels.size() == 1 ? "Sigmoid" : "Identity";
    }
    return applied.substring(applied.lastIndexOf('.') + 1);
  }

  /** Returns the index of the greatest logit, the first if several are equal. */
  public static int greatest(double[] logits) {
    int best = 0;
    for (int label = 1; label < logits.length; label++) {
      best = logits[label] > logits[best] ? label : best;
    }
    return best;
  }

  private static double[] softmax(double[] logits) {
    double greatest = logits[greatest(logits)];
    double[] powers = Arrays.stream(logits).map(x -> Math.exp(x - greatest)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }
}
