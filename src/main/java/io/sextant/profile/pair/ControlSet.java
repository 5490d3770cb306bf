package io.sextant.profile.pair;

import java.util.Arrays;

/** The controls of one query and the targets that are compared with them. */
final class ControlSet {
  /** The controls, as cells {@code query * n + key}. */
  final int[] controls;

  private int[] targets = new int[2];
  private long[] parts = new long[2];
  private int size;

  ControlSet(int[] controls) {
    this.controls = controls;
  }

  /** Adds a target of a part. A target that other parts have too is stored once. */
  void add(int target, int part) {
    int place = 0;
    while (place < size && targets[place] != target) {
      place++;
    }
    if (place == size) {
      if (size == targets.length) {
        targets = Arrays.copyOf(targets, 2 * size);
        parts = Arrays.copyOf(parts, 2 * size);
      }
      targets[size++] = target;
    }
    parts[place] |= 1L << part;
  }

  int size() {
    return size;
  }

  /** Returns the cells of the targets. */
  int[] targets() {
    return Arrays.copyOf(targets, size);
  }

  /** Returns, for each target, a bit for each part that contains it. */
  long[] parts() {
    return Arrays.copyOf(parts, size);
  }
}
