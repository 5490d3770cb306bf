package io.sextant.profile.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A state that accumulates pairs. Merging the states of two sets of pairs gives the state of their
 * union, up to rounding. A new state is that of no pairs; merging it has no effect.
 *
 * @param <S> the type of the state itself
 */
public interface Mergeable<S> {
  /** Merges another state of the same shape into this one. */
  void merge(S other);

  /** Writes the state. {@link #read} restores it bit for bit. */
  void write(DataOutput out) throws IOException;

  /** Reads a state that {@link #write} wrote, which replaces this one. */
  void read(DataInput in) throws IOException;
}
