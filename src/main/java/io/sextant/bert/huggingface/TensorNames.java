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

  /**
   * Returns the set whose first layer the tensors have, and if several have the same, whose head;
   * the first set if they have none.
   */
  static TensorNames of(Safetensors tensors, List<TensorNames> sets) {
    List<TensorNames> fitting =
        sets.stream().filter(set -> has(tensors, set.firstLayer())).toList();
    return fitting.stream()
        .filter(set -> has(tensors, set.maskedLm().transform()))
        .findFirst()
        .orElse(fitting.isEmpty() ? sets.get(0) : fitting.get(0));
  }

  private String firstLayer() {
    return encoder.layers() + "0." + encoder.attention().query().module();
  }

  private static boolean has(Safetensors tensors, String module) {
    String weight = module + ".weight";
    return tensors.names().stream()
        .anyMatch(name -> name.equals(weight) || name.endsWith("." + weight));
  }
}
