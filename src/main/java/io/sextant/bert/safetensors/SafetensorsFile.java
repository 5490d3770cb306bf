package io.sextant.bert.safetensors;

import io.sextant.bert.Tensor;
import io.sextant.bert.files.GitLfsPointer;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.files.ModelFiles;
import io.sextant.bert.files.SmallText;
import io.sextant.fault.BadInputException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A file in Hugging Face's safetensors format. It has 8 bytes with the length of the header, the
 * header in JSON, and the little-endian values of one tensor after the other, without gaps or
 * overlaps.
 */
final class SafetensorsFile {
  private static final String METADATA = "__metadata__";

  /**
   * The greatest size of a header in bytes. The format allows ten times as many; a BERT has fewer
   * than 100,000.
   */
  private static final int MAX_HEADER = 10_000_000;

  private final ModelFiles files;
  private final String name;
  private final long start;
  private final Map<String, SafetensorsEntry> entries;

  private SafetensorsFile(
      ModelFiles files, String name, long start, Map<String, SafetensorsEntry> entries) {
    this.files = files;
    this.name = name;
    this.start = start;
    this.entries = entries;
  }

  /** Reads the header and checks it against the file's size. */
  static SafetensorsFile open(ModelFiles files, String name) {
    String where = files.where(name);
    GitLfsPointer.refuse(files, name);
    long size = files.size(name);
    if (size < Long.BYTES) {
      throw new BadInputException(
          where + " has " + size + " bytes: it is not a safetensors file, or is truncated");
    }
    long header = files.slice(name, 0, Long.BYTES).getLong();
    if (header < 0 || header > MAX_HEADER || header > size - Long.BYTES) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s states a header of %s bytes; the file has %d and a header at most %d: it is not a safetensors file, or is truncated",
              where,
              Long.toUnsignedString(header),
              size,
              MAX_HEADER));
    }
    ByteBuffer bytes = files.slice(name, Long.BYTES, (int) header);
    JsonFile json = JsonFile.parse(where + ": header", SmallText.decode(where + ": header", bytes));
    Map<String, SafetensorsEntry> entries = new LinkedHashMap<>();
    json.object()
        .fields()
        .forEachRemaining(
            field -> {
              if (!field.getKey().equals(METADATA)) {
                String tensor = where + ": tensor " + field.getKey();
                entries.put(field.getKey(), SafetensorsEntry.parse(tensor, field.getValue()));
              }
            });
    SafetensorsFile file = new SafetensorsFile(files, name, Long.BYTES + header, entries);
    file.checkPlaces(size - file.start);
    return file;
  }

  Set<String> names() {
    return entries.keySet();
  }

  SafetensorsEntry entry(String tensor) {
    return entries.get(tensor);
  }

  /** Returns the file's name for messages. */
  String where() {
    return files.where(name);
  }

  /** Returns a tensor without checks. Its type must be one of {@link ElementType#WEIGHTS}. */
  Tensor tensor(String tensor) {
    SafetensorsEntry entry = entries.get(tensor);
    ByteBuffer bytes = files.slice(name, start + entry.begin(), (int) entry.bytes());
    return new Tensor(tensor, entry.shape(), entry.type().values(bytes));
  }

  private void checkPlaces(long room) {
    List<Map.Entry<String, SafetensorsEntry>> sorted = new ArrayList<>(entries.entrySet());
    sorted.sort(
        Comparator.comparingLong((Map.Entry<String, SafetensorsEntry> e) -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    long end = 0;
    for (Map.Entry<String, SafetensorsEntry> tensor : sorted) {
      SafetensorsEntry entry = tensor.getValue();
      if (entry.begin() != end) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "%s: tensor %s begins at byte %d of the values, but the one before it ends at %d: tensors %s",
                where(),
                tensor.getKey(),
                entry.begin(),
                end,
                entry.begin() < end ? "overlap" : "have a gap between them"));
      }
      end = entry.end();
    }
    if (end != room) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s has %d bytes of values, but its tensors end at %d: the file is truncated or damaged, get it again",
              where(),
              room,
              end));
    }
  }
}
