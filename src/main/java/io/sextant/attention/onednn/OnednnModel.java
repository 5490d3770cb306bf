package io.sextant.attention.onednn;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Embeddings;
import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.Precision;
import io.sextant.attention.Readout;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.EncoderLayer;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.engine;

/** Kernels and packed weights, made once and shared by all tasks. */
final class OnednnModel implements AttentionModel {
  /** Tokens of a pack when no pair is longer: more gain nothing, fewer reread the weights. */
  private static final int BUDGET = 512;

  private final Natives natives = new Natives();
  private final engine cpu = natives.own(Cpu.newEngine());
  private final Precision precision;
  private final Arithmetic arithmetic;
  private final BertConfig config;
  private final Embeddings embeddings;
  private final Kernels kernels;
  private final List<PackedLayer> layers = new ArrayList<>();
  private final List<EncoderLayer> encoder;

  /** By layer; packed for the first runner that reads norms. */
  private List<PackedLengths> lengths;

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
    arithmetic = Arithmetic.of(precision);
    config = model.config();
    embeddings = new Embeddings(model);
    kernels = new Kernels(cpu, arithmetic, config, budget, natives);
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

  Arithmetic arithmetic() {
    return arithmetic;
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

  Kernels kernels() {
    return kernels;
  }

  List<PackedLayer> layers() {
    return layers;
  }

  synchronized List<PackedLengths> lengths() {
    if (lengths == null) {
      List<PackedLengths> packed = new ArrayList<>();
      for (EncoderLayer layer : encoder.subList(0, encoder.size() - 1)) {
        packed.add(PackedLengths.inner(config, kernels, layer, natives));
      }
      EncoderLayer last = encoder.get(encoder.size() - 1);
      packed.add(PackedLengths.last(config, kernels, last, natives));
      lengths = List.copyOf(packed);
    }
    return lengths;
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
  public AttentionRunner newRunner(Readout readout) {
    requireOpen();
    return new OnednnRunner(this, readout);
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
