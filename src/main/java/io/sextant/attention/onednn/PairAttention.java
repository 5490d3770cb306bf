package io.sextant.attention.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.sextant.bert.BertConfig;
import java.util.Map;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.softmax_forward;
import org.bytedeco.dnnl.stream;

/**
 * The attention of all heads within pairs of one length (Vaswani et al. 2017, section 3.2), on the
 * arrays of one task.
 */
final class PairAttention implements AutoCloseable {
  private static final int LAST_AXIS = 2;

  private final Natives natives = new Natives();
  private final engine cpu;
  private final Workspace workspace;
  private final int hidden;
  private final memory query;
  private final memory key;
  private final memory value;
  private final memory context;
  private final Step score;
  private final Step softmax;
  private final Step gather;

  PairAttention(engine cpu, BertConfig config, int n, Workspace workspace) {
    this.cpu = cpu;
    this.workspace = workspace;
    hidden = config.hidden();
    long heads = config.heads();
    long width = config.headSize();
    long row = 3L * hidden;
    long[] acrossTokens = {width, row, 1};
    memory.desc tokens = natives.own(Cpu.strided(new long[] {heads, n, width}, acrossTokens));
    memory.desc transposed =
        natives.own(Cpu.strided(new long[] {heads, width, n}, new long[] {width, 1, row}));
    memory.desc gathered =
        natives.own(Cpu.strided(new long[] {heads, n, width}, new long[] {width, hidden, 1}));
    memory.desc square = natives.own(Cpu.dense(heads, n, n));
    query = array(tokens, workspace.projected());
    key = array(transposed, workspace.projected());
    value = array(tokens, workspace.projected());
    context = array(gathered, workspace.context());
    memory scores = array(square, workspace.scores());
    memory weights = array(square, workspace.weights());
    score = product(tokens, query, transposed, key, square, scores);
    softmax = softmax(square, scores, weights);
    gather = product(square, weights, tokens, value, gathered, context);
  }

  /** Writes the scores and weights of the pair whose first token is in that row. */
  void weigh(int first, stream queue) {
    query.set_data_handle(Address.of(workspace.projected(), 3L * first * hidden));
    key.set_data_handle(Address.of(workspace.projected(), (3L * first + 1) * hidden));
    score.run(queue);
    softmax.run(queue);
  }

  /** Writes the contexts of the pair that was weighed last. */
  void gather(int first, stream queue) {
    value.set_data_handle(Address.of(workspace.projected(), (3L * first + 2) * hidden));
    context.set_data_handle(Address.of(workspace.context(), (long) first * hidden));
    gather.run(queue);
  }

  private Step product(
      memory.desc a, memory left, memory.desc b, memory right, memory.desc c, memory result) {
    try (primitive_attr attributes = Cpu.attributes();
        matmul.primitive_desc description =
            new matmul.primitive_desc(cpu, a, b, c, attributes, false)) {
      return Step.of(
          natives.own(new matmul(Cpu.fast(description))),
          Map.of(
              DNNL_ARG_SRC, left,
              DNNL_ARG_WEIGHTS, right,
              DNNL_ARG_DST, result,
              DNNL_ARG_SCRATCHPAD, scratch(description.scratchpad_desc())),
          natives);
    }
  }

  private Step softmax(memory.desc square, memory scores, memory weights) {
    try (primitive_attr attributes = Cpu.attributes();
        softmax_forward.primitive_desc description =
            new softmax_forward.primitive_desc(
                cpu,
                prop_kind.forward_inference,
                algorithm.softmax_accurate,
                square,
                square,
                LAST_AXIS,
                attributes,
                false)) {
      return Step.of(
          natives.own(new softmax_forward(Cpu.fast(description))),
          Map.of(
              DNNL_ARG_SRC, scores,
              DNNL_ARG_DST, weights,
              DNNL_ARG_SCRATCHPAD, scratch(description.scratchpad_desc())),
          natives);
    }
  }

  private memory array(memory.desc description, Address place) {
    return natives.own(new memory(description, cpu, place));
  }

  private memory scratch(memory.desc description) {
    return natives.own(new memory(natives.own(description), cpu));
  }

  @Override
  public void close() {
    natives.close();
  }
}
