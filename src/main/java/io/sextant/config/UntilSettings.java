package io.sextant.config;

import java.util.List;

/**
 * The settings of when a run stops early.
 *
 * @param halfWidth stop when the 95 % intervals of the shares that patterns are judged by are no
 *     wider than plus or minus this; 0 to run everything
 * @param patterns keys of the patterns whose shares count; empty for all that carry a label
 */
public record UntilSettings(double halfWidth, List<String> patterns) {

  /** Returns whether the run may stop early. */
  public boolean active() {
    return halfWidth > 0;
  }
}
