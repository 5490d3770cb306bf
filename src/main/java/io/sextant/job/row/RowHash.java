package io.sextant.job.row;

import io.sextant.text.Annotation;
import io.sextant.text.SentencePair;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;

/**
 * Hashes of a row as it was read. They are what {@code xxhash64} of Spark SQL gives for the columns
 * of {@link InputColumns}. It ignores nulls, so whether a value is null is hashed too.
 *
 * @param content a hash of everything but the file
 * @param placed a hash of the content and the file
 */
record RowHash(long content, long placed) {
  private static final long SEED = 42;

  static RowHash of(ReadRow row) {
    SentencePair pair = row.pair();
    Annotation annotation = pair.annotation();
    ReadRow.Fault fault = row.fault();
    long hash = SEED;
    for (String text : new String[] {pair.id(), pair.group(), pair.sentenceA(), pair.sentenceB()}) {
      hash = orNull(text, hash);
    }
    hash = flag(false, flag(row.hasSecond(), hash));
    for (String text :
        new String[] {
          fault == null ? null : fault.raw(),
          annotation.sentenceA(),
          annotation.sentenceB(),
          annotation.mentions(),
          fault == null ? null : fault.reason().name(),
          fault == null ? null : fault.detail()
        }) {
      hash = orNull(text, hash);
    }
    return new RowHash(hash, text(pair.file(), XXH64.hashLong(hash, SEED)));
  }

  private static long orNull(String text, long seed) {
    return flag(text == null, text(text, seed));
  }

  private static long text(String text, long seed) {
    if (text == null) {
      return seed;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, bytes.length, seed);
  }

  private static long flag(boolean value, long seed) {
    return XXH64.hashInt(value ? 1 : 0, seed);
  }
}
