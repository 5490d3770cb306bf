package io.sextant.bert.huggingface;

/**
 * Where a checkpoint has a linear layer. Several layers of the same input may be fused into one,
 * which has their outputs side by side.
 *
 * @param module the name of the module
 * @param part the index of the layer among those that are fused
 * @param parts the number of layers that are fused; 1 if the layer has its own module
 */
public record LinearName(String module, int part, int parts) {

  /** Creates the name of a layer that has its own module. */
  LinearName(String module) {
    this(module, 0, 1);
  }
}
