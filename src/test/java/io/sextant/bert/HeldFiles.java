package io.sextant.bert;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.files.ModelFiles;
import io.sextant.fault.BadInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The files of a checkpoint in memory, for tests that replace a file by arbitrary bytes. */
public record HeldFiles(Map<String, byte[]> files) implements ModelFiles {
  private static final String ROOT = "hostile/";

  public HeldFiles with(String name, byte[] bytes) {
    Map<String, byte[]> changed = new TreeMap<>(files);
    changed.put(name, bytes);
    return new HeldFiles(changed);
  }

  /**
   * Checks the law of every reader: whatever the files contain, they are read as a model, or
   * refused with a message that names a file. All other exceptions and errors are thrown.
   */
  public void areReadOrRefused(Function<ModelFiles, ModelSource> layout) {
    try {
      assertThat(layout.apply(this).read()).isNotNull();
    } catch (BadInputException e) {
      assertThat(e).hasMessageContaining(ROOT);
    }
  }

  @Override
  public Set<String> names() {
    return files.keySet();
  }

  @Override
  public long size(String name) {
    return files.get(name).length;
  }

  @Override
  public ByteBuffer slice(String name, long offset, int length) {
    return ByteBuffer.wrap(files.get(name))
        .asReadOnlyBuffer()
        .slice(Math.toIntExact(offset), length)
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public String where(String name) {
    return ROOT + name;
  }
}
