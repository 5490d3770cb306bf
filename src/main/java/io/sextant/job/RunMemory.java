package io.sextant.job;

import io.sextant.attention.MaskedLmRunner;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.job.ExecutorSize.Part;
import io.sextant.job.stage.EffectStage;
import io.sextant.profile.effect.EffectPlan;
import io.sextant.profile.effect.MaskedWords;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory of an executor for all that a run does.
 *
 * @param longest the tokens of the longest pair
 * @param wholeLast whether the last layer is run to its end, which its attention does not need
 * @param untrained the number of untrained models
 * @param edits what is edited in a pair to measure effects; null if they are not measured
 * @param masked whether the masked-LM head is asked for effects
 */
record RunMemory(
    BertModel model,
    int longest,
    boolean wholeLast,
    int untrained,
    EffectPlan edits,
    boolean masked) {
  /** The arrays of hidden states that a pack of passes has with the layer in which it begins. */
  private static final int ARRAYS = 4;

  /** Returns the memory for a number of cores. */
  ExecutorSize of(int cores) {
    BertConfig config = model.config();
    ExecutorSize encoder = ExecutorSize.of(config, longest, cores);
    List<Part> parts = new ArrayList<>();
    if (wholeLast || edits != null) {
      parts.add(
          new Part("whole last layer, once a JVM", Float.BYTES * ExecutorSize.layer(config), 1));
    }
    if (untrained > 0) {
      int together = Math.min(cores, untrained);
      parts.add(new Part("untrained weights of a task", encoder.packed(), together));
    }
    if (edits == null) {
      return encoder.with(parts, 0);
    }
    if (masked) {
      long width = model.maskedLm().norm().gamma().size();
      long tokens = config.vocabularySize();
      long head = (tokens + config.hidden()) * width;
      long scores = MaskedLmRunner.LANES * (config.hidden() + width + tokens);
      parts.add(new Part("packed masked-LM head, once a JVM", Float.BYTES * head, 1));
      parts.add(new Part("masked-LM scores of a task", Float.BYTES * scores, cores));
    }
    return encoder.with(parts, passes() + (masked ? scores() : 0));
  }

  /** Returns the tokens of the pairs of a task that are in one pack. */
  private int together() {
    return Math.max(longest, Math.min(ExecutorSize.PACK, EffectStage.PAIRS_A_TASK * longest));
  }

  /** Returns the heap of the layers' inputs, the passes of a pack, and a layer's knock-outs. */
  private long passes() {
    BertConfig config = model.config();
    long inputs = (long) config.layers() * together() * config.hidden();
    long pack = (long) ARRAYS * Math.max(ExecutorSize.PACK, longest) * config.hidden();
    long knockouts = 2L * edits.testsOfALayer() * together() * config.headSize();
    return Float.BYTES * (inputs + pack + knockouts);
  }

  /** Returns the heap of a product's scores, and of the intact scores and probabilities. */
  private long scores() {
    long intact = (long) Math.ceil(MaskedWords.RATE * together());
    return Double.BYTES * model.config().vocabularySize() * (MaskedLmRunner.LANES + 2 * intact);
  }
}
