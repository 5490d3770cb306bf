package io.sextant.profile;

import io.sextant.table.row.RejectReason;

/** Says that a pair cannot be measured, and why; it becomes a row of {@code rejects}. */
public final class UnfitPairException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RejectReason reason;

  /**
   * A pair that is rejected.
   *
   * @param message what exactly is wrong with it
   */
  public UnfitPairException(RejectReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public RejectReason reason() {
    return reason;
  }
}
