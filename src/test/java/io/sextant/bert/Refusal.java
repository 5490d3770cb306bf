package io.sextant.bert;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests of readers require of a checkpoint that cannot be read. */
public final class Refusal {

  private Refusal() {}

  /** Requires that reading is refused with a message that contains a text. */
  public static void assertRefused(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading).isInstanceOf(BadInputException.class).hasMessageContaining(message);
  }
}
