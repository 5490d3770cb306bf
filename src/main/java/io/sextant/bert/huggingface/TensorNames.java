package io.sextant.bert.huggingface;

import io.sextant.bert.safetensors.Safetensors;
import java.util.List;

/**
 * One set of names of an architecture's tensors. Some architectures have two: that of the code
 * beside their weights on the hub, and that of transformers.
 *
 * @param encoder the names of the encoder's tensors
 * @param maskedLm the names of the masked-LM head's parts
 */
public record TensorNames(EncoderNames encoder, MaskedLmNames maskedLm) {

  /** Returns the set whose first layer the tensors have; the first set if they have none. */
  static TensorNames of(Safetensors tensors, List<TensorNames> sets) {
    return sets.stream().filter(set -> set.fits(tensors)).findFirst().orElse(sets.get(0));
  }

  private boolean fits(Safetensors tensors) {
    String first = encoder.layers() + "0." + encoder.attention().query().module() + ".weight";
    return tensors.names().stream()
        .anyMatch(name -> name.equals(first) || name.endsWith("." + first));
  }
}
