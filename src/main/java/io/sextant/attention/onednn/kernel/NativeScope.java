package io.sextant.attention.onednn.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.javacpp.Pointer;

/** Owns native objects and frees them together, in reverse order. */
public final class NativeScope implements AutoCloseable {
  private final Deque<Pointer> owned = new ArrayDeque<>();

  public <P extends Pointer> P own(P pointer) {
    owned.push(pointer);
    return pointer;
  }

  @Override
  public void close() {
    while (!owned.isEmpty()) {
      owned.pop().close();
    }
  }
}
