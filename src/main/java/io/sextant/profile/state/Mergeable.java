package io.sextant.profile.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A state that grows with the pairs it has seen. The states of two sets of pairs merge to that of
 * both together, up to rounding; the new state is that of no pairs and changes nothing.
 *
 * @param <S> the state itself
 */
public interface Mergeable<S> {
  /** Adds what another state of the same shape has seen. */
  void merge(S other);

  /** Writes the state; {@link #read} gives it back bit for bit. */
  void write(DataOutput out) throws IOException;

  /** Reads what {@link #write} wrote, in place of what this state has seen. */
  void read(DataInput in) throws IOException;
}
