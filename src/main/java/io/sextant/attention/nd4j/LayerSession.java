package io.sextant.attention.nd4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nd4j.autodiff.listeners.At;
import org.nd4j.autodiff.listeners.Operation;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs a graph repeatedly in constant memory. */
final class LayerSession extends InferenceSession implements AutoCloseable {
  private static final At INFERENCE = At.defaultAt(Operation.INFERENCE);

  private final Set<String> names;

  LayerSession(SameDiff graph) {
    super(graph);
    names = graph.placeHolders().stream().map(SDVariable::name).collect(Collectors.toSet());
    setMmgr(new ArrayScope());
  }

  /**
   * Computes the named outputs, which are valid until the next {@link #release}.
   *
   * @param arrays the values of the graph's placeholders; the session leaves out any others, which
   *     it would refuse
   */
  Map<String, INDArray> compute(Map<String, INDArray> arrays, List<String> outputs) {
    Map<String, INDArray> placeholders = new HashMap<>(arrays);
    placeholders.keySet().retainAll(names);
    return output(outputs, placeholders, null, List.of(), List.of(), INFERENCE);
  }

  /** Frees everything that the last run allocated. */
  void release() {
    // The session would otherwise collect the id of every array that it has released.
    freedArrays.clear();
    getMmgr().close();
  }

  @Override
  public void close() {
    release();
  }
}
