package io.sextant.profile;

import io.sextant.table.row.RejectReason;
import io.sextant.text.SentencePair;

/** Takes the pairs that cannot be profiled. */
@FunctionalInterface
public interface RejectSink {

  /**
   * Called once for every such pair.
   *
   * @param detail what exactly was wrong
   */
  void reject(SentencePair pair, RejectReason reason, String detail);
}
