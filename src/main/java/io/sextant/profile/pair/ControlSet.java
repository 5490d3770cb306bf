package io.sextant.profile.pair;

import java.util.Arrays;

/** Controls of one query, and the targets that are held against them. */
final class ControlSet {
  /** Cells {@code query * n + key}. */
  final int[] controls;

  private int[] targets = new int[2];
  private long[] parts = new long[2];
  private int size;

  ControlSet(int[] controls) {
    this.controls = controls;
  }

  /** Adds a target for a part; a target that is there already gets the part. */
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

  /** Cells of the targets. */
  int[] targets() {
    return Arrays.copyOf(targets, size);
  }

  /** By target: a bit for each part that has it. */
  long[] parts() {
    return Arrays.copyOf(parts, size);
  }
}
