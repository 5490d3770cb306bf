package io.sextant.attention.onednn;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Embeddings;
import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.LayerRunner;
import io.sextant.attention.MaskedLmRunner;
import io.sextant.attention.PositionVectors;
import io.sextant.attention.Precision;
import io.sextant.attention.Rotation;
import io.sextant.attention.RowNorm;
import io.sextant.attention.ScoreOffsets;
import io.sextant.attention.SharedLayers;
import io.sextant.attention.onednn.kernel.ComputeType;
import io.sextant.attention.onednn.kernel.Cpu;
import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.OpenMp;
import io.sextant.attention.onednn.kernel.PackedDense;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.EncoderLayer;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.cpu_isa;

/** The kernels and packed weights of a model, which are created once and shared by all tasks. */
final class OnednnModel implements AttentionModel {
  /**
   * The tokens of a full pack; a longer pair has a pack of its own. Larger packs are not faster;
   * smaller packs read the weights more often.
   */
  private static final int BUDGET = 512;

  /**
   * The number of computed rows is a multiple of this, if a row's bits do not depend on the number.
   */
  private static final int ROWS = 16;

  private final NativeScope natives = new NativeScope();
  private final engine cpu = natives.own(Cpu.newEngine());
  private final BertModel model;
  private final Precision precision;
  private final ComputeType computeType;
  private final BertConfig config;
  private final Embeddings embeddings;
  private final List<Rotation> rotations;
  private final List<ScoreOffsets> offsets;
  private final List<PositionVectors> positions;
  private final List<PackedPositions> packedPositions;

  /** The norm of the last hidden states; null if the encoder has none. */
  private final RowNorm finalNorm;

  private final int budget;
  private final int step;

  /** The kernels for full packs, for which the weights are packed. */
  private final Kernels kernels;

  /** The kernels by number of rows, created when the first pack needs them. */
  private final Map<Integer, Kernels> kernelsByRows = new HashMap<>();

  private final List<PackedLayer> layers = new ArrayList<>();
  private final List<EncoderLayer> encoder;

  /** The weights for the value norms of each layer, packed when the first runner outputs norms. */
  private List<PackedValueNorms> valueNorms;

  /** The masked-LM head, packed when the first runner needs it. */
  private PackedMaskedLm maskedLm;

  private PackedLayer wholeLast;
  private PackedDense lastValue;
  private volatile boolean closed;

  /** Creates a model; {@code precision} must not be {@link Precision#AUTO}. */
  OnednnModel(BertModel model, Precision precision) {
    this(model, precision, BUDGET);
  }

  /** Creates a model whose packs have another number of tokens. */
  OnednnModel(BertModel model, Precision precision, int budget) {
    OpenMp.useThisThreadOnly();
    this.model = model;
    this.precision = precision;
    computeType = ComputeType.of(precision);
    config = model.config();
    embeddings = new Embeddings(model);
    rotations = Rotation.of(config);
    offsets = ScoreOffsets.of(model);
    positions = PositionVectors.of(model);
    packedPositions = pack(positions);
    finalNorm = RowNorm.last(model);
    this.budget = budget;
    step = Cpu.has(cpu_isa.avx512_core) ? ROWS : this.budget;
    kernels = new Kernels(cpu, computeType, config, rows(this.budget), natives);
    kernelsByRows.put(kernels.rows(), kernels);
    encoder = model.weights().layers();
    layers.addAll(
        SharedLayers.of(
            encoder.subList(0, encoder.size() - 1),
            layer -> PackedLayer.inner(config, kernels, layer, natives)));
    EncoderLayer last = encoder.get(encoder.size() - 1);
    layers.add(PackedLayer.last(config, kernels, last, natives));
  }

  /** Packs the vectors of layers; null for layers without vectors. */
  private List<PackedPositions> pack(List<PositionVectors> vectors) {
    Map<PositionVectors, PackedPositions> packed = new IdentityHashMap<>();
    return Arrays.asList(
        vectors.stream()
            .map(layer -> layer == null ? null : packed.computeIfAbsent(layer, this::pack))
            .toArray(PackedPositions[]::new));
  }

  private PackedPositions pack(PositionVectors vectors) {
    return PackedPositions.of(cpu, computeType, vectors, config.scoreScale(), natives);
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
  }

  engine cpu() {
    return cpu;
  }

  ComputeType computeType() {
    return computeType;
  }

  BertConfig config() {
    return config;
  }

  /**
   * Writes the embeddings of a pack's pairs one after the other to a task's hidden states.
   *
   * @param states a buffer that is large enough for the pack
   */
  void embed(List<EncodedPair> batch, int[] pack, float[] states, Workspace workspace) {
    workspace.clearTokens();
    for (int pair : pack) {
      embeddings.embed(batch.get(pair), states, workspace.tokens() * config.hidden());
      workspace.addTokens(batch.get(pair).size());
    }
    workspace.putStates(states);
  }

  /** Returns the rotation of a layer's queries and keys; null if there is none. */
  Rotation rotation(int layer) {
    return rotations.get(layer);
  }

  /** Returns what a layer adds to the scaled scores; null if it adds nothing. */
  ScoreOffsets offsets(int layer) {
    return offsets.get(layer);
  }

  /** Returns a layer's vectors of relative positions; null if the design has none. */
  PackedPositions positions(int layer) {
    return packedPositions.get(layer);
  }

  /** Creates the kernels of the attention within pairs of n tokens, on a task's arrays. */
  PairAttention attention(int n, Workspace workspace) {
    return new PairAttention(cpu, computeType, config, n, positions.get(0), workspace);
  }

  /** Applies the encoder's final norm, if it has one, to the first rows of hidden states. */
  void finish(float[] states, int rows) {
    if (finalNorm != null) {
      finalNorm.applyAll(states, rows);
    }
  }

  /** Returns the tokens of a full pack, which only a pair in a pack of its own exceeds. */
  int budget() {
    return budget;
  }

  /**
   * Returns the number of rows that are computed for a number of tokens. oneDNN's blocked kernels
   * sum a row in the same order for any number of rows. Its general kernels, which are used without
   * AVX-512, do not, so there all rows of a full pack are always computed.
   */
  int rows(int tokens) {
    return (tokens + step - 1) / step * step;
  }

  /** Returns the kernels for packs with a number of rows. */
  synchronized Kernels kernels(int rows) {
    return kernelsByRows.computeIfAbsent(rows, absent -> kernels.of(rows, natives));
  }

  List<PackedLayer> layers() {
    return layers;
  }

  synchronized List<PackedValueNorms> valueNorms() {
    if (valueNorms == null) {
      List<PackedValueNorms> packed =
          new ArrayList<>(
              SharedLayers.of(
                  encoder.subList(0, encoder.size() - 1),
                  layer -> PackedValueNorms.inner(config, kernels, layer, natives)));
      EncoderLayer last = encoder.get(encoder.size() - 1);
      PackedLayer rest = layers.get(layers.size() - 1);
      packed.add(PackedValueNorms.last(config, kernels, last, rest, lastValue(), natives));
      valueNorms = List.copyOf(packed);
    }
    return valueNorms;
  }

  /**
   * Returns the layers, of which the last is complete instead of ending with its attention. It is
   * packed when the first runner needs it, unless it has the weights of the layer before it.
   */
  synchronized List<PackedLayer> wholeLayers() {
    List<PackedLayer> whole = new ArrayList<>(layers.subList(0, layers.size() - 1));
    whole.add(wholeLast());
    return whole;
  }

  /** Returns the last layer, complete. */
  synchronized PackedLayer wholeLast() {
    int last = layers.size() - 1;
    if (wholeLast == null) {
      boolean shared = last > 0 && encoder.get(last) == encoder.get(last - 1);
      wholeLast =
          shared
              ? layers.get(last - 1)
              : PackedLayer.inner(config, kernels, encoder.get(last), natives);
    }
    return wholeLast;
  }

  /** Returns the weights of the last layer's value, packed when the first runner needs them. */
  synchronized PackedDense lastValue() {
    if (lastValue == null) {
      lastValue = kernels.lastValue().pack(encoder.get(encoder.size() - 1).value(), natives);
    }
    return lastValue;
  }

  @Override
  public AttentionRunner newRunner(AttentionOutputs outputs) {
    requireOpen();
    return new OnednnRunner(this, outputs);
  }

  @Override
  public HiddenStatesRunner newHiddenStatesRunner() {
    requireOpen();
    return new OnednnHiddenStates(this);
  }

  @Override
  public LayerRunner newLayerRunner() {
    requireOpen();
    return new OnednnLayers(this);
  }

  @Override
  public MaskedLmRunner newMaskedLmRunner() {
    requireOpen();
    return new OnednnMaskedLm(this, maskedLm());
  }

  private synchronized PackedMaskedLm maskedLm() {
    if (maskedLm == null) {
      maskedLm = new PackedMaskedLm(cpu, model, natives);
    }
    return maskedLm;
  }

  @Override
  public String backend() {
    return OnednnBackend.NAME;
  }

  @Override
  public String precision() {
    return precision.label();
  }

  @Override
  public void close() {
    closed = true;
    natives.close();
  }
}
