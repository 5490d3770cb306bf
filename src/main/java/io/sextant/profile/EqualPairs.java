package io.sextant.profile;

import io.sextant.attention.ModelInput;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the pairs of a batch that have the same model input, so that each distinct input is run
 * once. Every pair is still counted: equal pairs share only their attention maps.
 */
final class EqualPairs {
  private final List<EncodedPair> distinct = new ArrayList<>();
  private final List<List<Integer>> indices = new ArrayList<>();

  EqualPairs(List<EncodedPair> batch) {
    Map<ModelInput, Integer> inputs = new HashMap<>();
    for (int pair = 0; pair < batch.size(); pair++) {
      EncodedPair encoded = batch.get(pair);
      int input = inputs.computeIfAbsent(ModelInput.of(encoded), absent -> inputs.size());
      if (input == distinct.size()) {
        distinct.add(encoded);
        indices.add(new ArrayList<>());
      }
      indices.get(input).add(pair);
    }
  }

  /** Returns one pair for each distinct input, in the order of the batch. */
  List<EncodedPair> distinct() {
    return distinct;
  }

  /** Returns the indices, in the batch, of all pairs that have the n-th distinct input. */
  List<Integer> of(int n) {
    return indices.get(n);
  }
}
