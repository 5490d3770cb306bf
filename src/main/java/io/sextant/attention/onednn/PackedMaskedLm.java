package io.sextant.attention.onednn;

import io.sextant.attention.MaskedLmRunner;
import io.sextant.attention.RowNorm;
import io.sextant.attention.onednn.kernel.Address;
import io.sextant.attention.onednn.kernel.Linear;
import io.sextant.attention.onednn.kernel.MatmulLinear;
import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.PackedDense;
import io.sextant.attention.onednn.kernel.PostOp;
import io.sextant.attention.onednn.kernel.Step;
import io.sextant.bert.BertModel;
import io.sextant.bert.MaskedLmHead;
import io.sextant.bert.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;

/**
 * The kernels and packed weights of a masked-LM head, which all tasks share. Its products are
 * float32 at any precision of the encoder. The kernels always compute {@link MaskedLmRunner#LANES}
 * rows, because without AVX-512 the bits of a row depend on their number.
 */
final class PackedMaskedLm {
  /** The number of tokens whose weights are packed together, which needs a copy of them. */
  private static final int CHUNK = 2048;

  private final int hidden;
  private final int width;
  private final int tokens;
  private final RowNorm norm;
  private final MatmulLinear transform;
  private final PackedDense transformWeights;
  private final MatmulLinear decoder;
  private final List<PackedDense> decoderWeights = new ArrayList<>();

  /**
   * Packs the head of a model, which must have one.
   *
   * @param owner frees the weights and the kernels
   */
  PackedMaskedLm(engine cpu, BertModel model, NativeScope owner) {
    MaskedLmHead head = model.maskedLm();
    Tensor table = head.decoder() == null ? model.weights().wordEmbeddings() : head.decoder();
    hidden = model.config().hidden();
    width = table.shape().get(1);
    tokens = model.config().vocabularySize();
    norm = new RowNorm(head.norm(), model.config().layerNormEpsilon());
    transform = linear(cpu, hidden, width, width, PostOp.of(head.activation()), owner);
    transformWeights =
        transform.pack(
            head.transform().kernel().toArray(), head.transform().bias().toArray(), owner);
    decoder = linear(cpu, width, CHUNK, stride(), PostOp.NOTHING, owner);
    for (int first = 0; first < tokens; first += CHUNK) {
      decoderWeights.add(pack(table, head.outputBias(), first, owner));
    }
  }

  private static MatmulLinear linear(
      engine cpu, int in, int out, int stride, PostOp postOp, NativeScope owner) {
    Linear.Shape shape = new Linear.Shape(in, out, stride, postOp, data_type.f32);
    return MatmulLinear.large(cpu, MaskedLmRunner.LANES, shape, owner);
  }

  /** Packs the tokens from {@code first} on; those after the last have weights of 0. */
  private PackedDense pack(Tensor table, Tensor bias, int first, NativeScope owner) {
    int count = Math.min(CHUNK, tokens - first);
    float[] kernel = new float[width * CHUNK];
    float[] row = new float[width];
    for (int token = 0; token < count; token++) {
      table.read((first + token) * width, row, 0, width);
      for (int i = 0; i < width; i++) {
        kernel[i * CHUNK + token] = row[i];
      }
    }
    float[] offsets = new float[CHUNK];
    bias.read(first, offsets, 0, count);
    return decoder.pack(kernel, offsets, owner);
  }

  int hidden() {
    return hidden;
  }

  /** Returns the width of the transformed states. */
  int width() {
    return width;
  }

  int tokens() {
    return tokens;
  }

  /** Returns the number of scores of a row, those after the last token included. */
  int stride() {
    return (tokens + CHUNK - 1) / CHUNK * CHUNK;
  }

  /** Returns the norm of the transformed states. */
  RowNorm norm() {
    return norm;
  }

  /** Returns the steps from states, [lanes, hidden], to what is normalised, [lanes, width]. */
  List<Step> transform(
      Address from, Address to, Function<memory.desc, memory> scratch, NativeScope owner) {
    return transform.bind(transformWeights, List.of(from), to, scratch, owner);
  }

  /** Returns the steps from transformed states to scores, [lanes, stride]. */
  List<Step> decode(
      Address from, Address to, Function<memory.desc, memory> scratch, NativeScope owner) {
    List<Step> steps = new ArrayList<>();
    for (int chunk = 0; chunk < decoderWeights.size(); chunk++) {
      Address scores = Address.of(to, (long) chunk * CHUNK * Float.BYTES);
      steps.addAll(decoder.bind(decoderWeights.get(chunk), List.of(from), scores, scratch, owner));
    }
    return steps;
  }
}
