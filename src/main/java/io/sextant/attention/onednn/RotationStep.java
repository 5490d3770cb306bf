package io.sextant.attention.onednn;

import io.sextant.attention.Rotation;
import io.sextant.attention.onednn.kernel.Address;
import io.sextant.attention.onednn.kernel.Step;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import org.bytedeco.dnnl.stream;

/**
 * Rotates the queries and keys of a pack's tokens, each by its position in its own pair. oneDNN has
 * no kernel for it, and it costs about as much as copying them.
 */
final class RotationStep implements Step {
  private final Rotation rotation;
  private final Workspace workspace;
  private final int heads;
  private final float[] projected;
  private final float[] rotated;

  RotationStep(Rotation rotation, BertConfig config, Workspace workspace) {
    this.rotation = rotation;
    this.workspace = workspace;
    heads = 2 * config.heads();
    projected = new float[2 * config.hidden()];
    rotated = new float[projected.length];
  }

  @Override
  public void run(stream queue) {
    queue._wait();
    Address first = workspace.projected().target();
    // Query and key are followed by the value, which is half as wide as both.
    long stride = 3L * projected.length / 2;
    for (int row = 0; row < workspace.tokens(); row++) {
      Address vectors = Address.of(first, row * stride * Float.BYTES);
      Workspace.read(vectors, projected, projected.length);
      rotation.rotate(projected, 0, heads, workspace.position(row), rotated);
      Workspace.write(vectors, 0, rotated, rotated.length);
    }
  }
}
