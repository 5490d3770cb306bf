package io.sextant.attention.onednn;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Embeddings;
import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.Precision;
import io.sextant.attention.onednn.kernel.ComputeType;
import io.sextant.attention.onednn.kernel.Cpu;
import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.OpenMp;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.EncoderLayer;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.cpu_isa;

/** Kernels and packed weights, made once and shared by all tasks. */
final class OnednnModel implements AttentionModel {
  /** Tokens of a pack when no pair is longer: more gain nothing, fewer reread the weights. */
  private static final int BUDGET = 512;

  /** Rows are computed in multiples of this many where their number changes no bit of a row. */
  private static final int ROWS = 16;

  private final NativeScope natives = new NativeScope();
  private final engine cpu = natives.own(Cpu.newEngine());
  private final Precision precision;
  private final ComputeType computeType;
  private final BertConfig config;
  private final Embeddings embeddings;
  private final int budget;
  private final int step;

  /** Those that the weights are packed for, of full packs. */
  private final Kernels kernels;

  /** By rows; made for the first pack that needs them. */
  private final Map<Integer, Kernels> kernelsByRows = new HashMap<>();

  private final List<PackedLayer> layers = new ArrayList<>();
  private final List<EncoderLayer> encoder;

  /** By layer; packed for the first runner that reads norms. */
  private List<PackedValueNorms> valueNorms;

  private PackedLayer wholeLast;
  private volatile boolean closed;

  /** A model in a precision that is settled. */
  OnednnModel(BertModel model, Precision precision) {
    this(model, precision, BUDGET);
  }

  /** A model of other packs. */
  OnednnModel(BertModel model, Precision precision, int budget) {
    OpenMp.useThisThreadOnly();
    this.precision = precision;
    computeType = ComputeType.of(precision);
    config = model.config();
    embeddings = new Embeddings(model);
    this.budget = Math.max(budget, config.positions());
    step = Cpu.has(cpu_isa.avx512_core) ? ROWS : this.budget;
    kernels = new Kernels(cpu, computeType, config, rows(this.budget), natives);
    kernelsByRows.put(kernels.rows(), kernels);
    encoder = model.weights().layers();
    for (EncoderLayer layer : encoder.subList(0, encoder.size() - 1)) {
      layers.add(PackedLayer.inner(config, kernels, layer, natives));
    }
    EncoderLayer last = encoder.get(encoder.size() - 1);
    layers.add(PackedLayer.last(config, kernels, last, natives));
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
   * Places the pairs of a pack one after the other in a task's hidden states.
   *
   * @param states room for the pack
   * @return the tokens that they have
   */
  int embed(List<EncodedPair> batch, int[] pack, float[] states, Workspace workspace) {
    int row = 0;
    for (int pair : pack) {
      embeddings.embed(batch.get(pair), states, row * config.hidden());
      row += batch.get(pair).size();
    }
    workspace.putStates(states, row * config.hidden());
    return row;
  }

  /** Tokens of a full pack; no pair has more. */
  int budget() {
    return budget;
  }

  /**
   * Rows that are computed for so many tokens. oneDNN's blocked kernels add up a row in the same
   * order whatever the number of rows. Its general ones, which are taken below AVX-512, do not:
   * there every pack is computed whole.
   */
  int rows(int tokens) {
    return (tokens + step - 1) / step * step;
  }

  /** The kernels for packs of so many rows. */
  synchronized Kernels kernels(int rows) {
    return kernelsByRows.computeIfAbsent(rows, absent -> kernels.of(rows, natives));
  }

  List<PackedLayer> layers() {
    return layers;
  }

  synchronized List<PackedValueNorms> valueNorms() {
    if (valueNorms == null) {
      List<PackedValueNorms> packed = new ArrayList<>();
      for (EncoderLayer layer : encoder.subList(0, encoder.size() - 1)) {
        packed.add(PackedValueNorms.inner(config, kernels, layer, natives));
      }
      EncoderLayer last = encoder.get(encoder.size() - 1);
      packed.add(PackedValueNorms.last(config, kernels, last, natives));
      valueNorms = List.copyOf(packed);
    }
    return valueNorms;
  }

  /** The layers, with the last one to its end; packed for the first runner that needs it. */
  synchronized List<PackedLayer> wholeLayers() {
    int last = layers.size() - 1;
    if (wholeLast == null) {
      wholeLast = PackedLayer.inner(config, kernels, encoder.get(last), natives);
    }
    List<PackedLayer> whole = new ArrayList<>(layers.subList(0, last));
    whole.add(wholeLast);
    return whole;
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
