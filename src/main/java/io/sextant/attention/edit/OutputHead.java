package io.sextant.attention.edit;

import io.sextant.bert.BertModel;
import java.util.List;

/** The head with which a model answers, and what is measured of its answer. */
public interface OutputHead {

  /** Returns what is measured. The first is the one by which heads are judged. */
  List<Outcome> outcomes();

  /**
   * Returns the head of a checkpoint: its masked-LM head, or else its task head.
   *
   * @throws io.sextant.fault.BadInputException if it has neither, or no mask token for the masked-LM
   *     head
   */
  static OutputHead of(BertModel model) {
    throw new UnsupportedOperationException("not written yet");
  }
}
