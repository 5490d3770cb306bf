package io.sextant.bert.files;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A view of the files below one folder of other files.
 *
 * @param folder the path of the folder, with {@code /} at the end
 */
public record FolderOf(ModelFiles files, String folder) implements ModelFiles {

  @Override
  public Set<String> names() {
    return files.names().stream()
        .filter(name -> name.startsWith(folder))
        .map(name -> name.substring(folder.length()))
        .collect(Collectors.toSet());
  }

  @Override
  public long size(String name) {
    return files.size(folder + name);
  }

  @Override
  public ByteBuffer slice(String name, long offset, int length) {
    return files.slice(folder + name, offset, length);
  }

  @Override
  public String where(String name) {
    return files.where(folder + name);
  }
}
