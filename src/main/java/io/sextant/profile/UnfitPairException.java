package io.sextant.profile;

import io.sextant.table.row.RejectReason;

/** Indicates that a pair cannot be measured. The pair becomes a row of {@code rejects}. */
public final class UnfitPairException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RejectReason reason;

  /**
   * Creates an exception for a rejected pair.
   *
   * @param message the exact problem
   */
  public UnfitPairException(RejectReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public RejectReason reason() {
    return reason;
  }
}
