package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.edit.Ablation;
import io.sextant.attention.edit.EditRunner;
import io.sextant.attention.edit.EditedPair;
import io.sextant.attention.edit.Head;
import io.sextant.attention.edit.HeadContexts;
import io.sextant.attention.edit.HeadEdit;
import io.sextant.attention.edit.OutcomeSink;
import io.sextant.attention.edit.OutputHead;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.text.EncodedPair;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The fast backend with heads ablated by zero, as one task of a job ablates them. */
final class EffectEngine implements Engine {
  /** The number of heads of a layer of which one is ablated, which keeps a lap short. */
  private static final int APART = 3;

  private final BertModel bert;
  private final String name;
  private final EditRunner runner;

  EffectEngine(BertModel bert, AttentionModel model) {
    this.bert = bert;
    name = "sextant-ablations-" + model.precision();
    runner = new EditRunner(bert, model, OutputHead.maskedLm());
  }

  /** Returns the number of heads that are ablated. */
  static int heads(BertConfig config) {
    return config.layers() * ((config.heads() + APART - 1) / APART);
  }

  /** Returns the positions that are masked: every seventh that is no delimiter. */
  static int[] masked(EncodedPair pair) {
    int[] content =
        IntStream.range(0, pair.size()).filter(position -> !pair.isDelimiter(position)).toArray();
    return IntStream.range(0, content.length)
        .filter(i -> i % 7 == 0)
        .map(i -> content[i])
        .toArray();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Lap run(PairSet set) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long startOnProcessor = thread.getCurrentThreadCpuTime();
    double[][] effects = effects(set);
    double processorSeconds = (thread.getCurrentThreadCpuTime() - startOnProcessor) / 1e9;
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Lap(seconds, processorSeconds, Map.of("effect", effects));
  }

  /** Returns the mean effect of each head on the loss; 0 for those that are not ablated. */
  private double[][] effects(PairSet set) {
    BertConfig config = bert.config();
    List<HeadEdit> edits = new ArrayList<>();
    HeadContexts zero = HeadContexts.zero(config.layers(), config.hidden());
    List<Head> heads = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      for (int head = 0; head < config.heads(); head += APART) {
        heads.add(new Head(layer, head));
        edits.add(new Ablation(layer, head, zero));
      }
    }
    List<EditedPair> batch =
        set.pairs().stream()
            .map(pair -> EditedPair.masked(pair, masked(pair), bert.maskedLm().mask(), edits))
            .toList();
    double[][] effects = new double[config.layers()][config.heads()];
    double[] intact = new double[batch.size()];
    runner.run(
        batch,
        new OutcomeSink() {
          @Override
          public void acceptIntact(int pair, double[] outcomes) {
            intact[pair] = outcomes[0];
          }

          @Override
          public void accept(int pair, int edit, double[] outcomes) {
            Head head = heads.get(edit);
            effects[head.layer()][head.head()] += (outcomes[0] - intact[pair]) / batch.size();
          }
        });
    return effects;
  }

  @Override
  public void close() {
    runner.close();
  }
}
