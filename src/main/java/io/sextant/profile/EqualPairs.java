package io.sextant.profile;

import io.sextant.text.EncodedPair;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pairs of a batch by what the model sees of them, so that equal ones run once. Each still
 * counts: they share their maps, not their place in the sample.
 */
final class EqualPairs {
  private final List<EncodedPair> distinct = new ArrayList<>();
  private final List<List<Integer>> indices = new ArrayList<>();

  EqualPairs(List<EncodedPair> batch) {
    Map<List<IntBuffer>, Integer> inputs = new HashMap<>();
    for (int pair = 0; pair < batch.size(); pair++) {
      EncodedPair encoded = batch.get(pair);
      int input =
          inputs.computeIfAbsent(
              List.of(IntBuffer.wrap(encoded.ids()), IntBuffer.wrap(encoded.tokenTypes())),
              absent -> inputs.size());
      if (input == distinct.size()) {
        distinct.add(encoded);
        indices.add(new ArrayList<>());
      }
      indices.get(input).add(pair);
    }
  }

  /** One pair of each input, in the batch's order. */
  List<EncodedPair> distinct() {
    return distinct;
  }

  /** Indices in the batch of all pairs that have the n-th distinct input. */
  List<Integer> of(int n) {
    return indices.get(n);
  }
}
