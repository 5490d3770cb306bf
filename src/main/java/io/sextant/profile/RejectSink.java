package io.sextant.profile;

import io.sextant.table.row.RejectReason;
import io.sextant.text.SentencePair;

/** Receives the pairs that cannot be profiled. */
@FunctionalInterface
public interface RejectSink {

  /**
   * Receives one pair. This method is called once for every such pair.
   *
   * @param detail the exact problem
   */
  void reject(SentencePair pair, RejectReason reason, String detail);
}
