package io.sextant.attention.edit;

import io.sextant.attention.AttentionModel;
import io.sextant.bert.BertModel;
import io.sextant.text.EncodedPair;
import java.util.List;

/**
 * Runs pairs intact and with edits. The intact pass keeps the input of each layer, its contexts and
 * what knock-outs need; the pass of an edit begins there, at the output projection of the first
 * layer that it edits. The outcomes of a pair do not depend on the other pairs and edits of the
 * batch. A runner may be used by one thread at a time.
 */
public final class EditRunner implements AutoCloseable {

  /** Creates a runner for one task on a model that is shared. */
  public EditRunner(BertModel model, AttentionModel encoder, OutputHead head) {
    throw new UnsupportedOperationException("not written yet");
  }

  /**
   * Runs a batch. It should have edits of the same first layer for some hundred tokens together,
   * because their passes are packed.
   *
   * @throws IllegalArgumentException if a pair is longer than the model's positions, or if a
   *     knock-out leaves a query no key
   */
  public void run(List<EditedPair> batch, OutcomeSink sink) {
    throw new UnsupportedOperationException("not written yet");
  }

  /** Adds the contexts of the intact model, at all positions of the pairs, to sums. */
  public void addContexts(List<EncodedPair> batch, ContextSums sums) {
    throw new UnsupportedOperationException("not written yet");
  }

  @Override
  public void close() {}
}
