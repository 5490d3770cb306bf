package io.sextant.job.chunk;

import io.sextant.profile.state.NullableText;
import io.sextant.table.row.Reject;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rows of a chunk that were not profiled. Equal rows are stored once, with their number. */
public final class Rejects {
  private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
  private static final Comparator<Reject> ORDER =
      Comparator.comparing(Reject::pairId, TEXT)
          .thenComparing(Reject::reason, TEXT)
          .thenComparing(Reject::file, TEXT)
          .thenComparing(Reject::excerpt, TEXT)
          .thenComparing(Reject::detail, TEXT)
          .thenComparing(Reject::runId, TEXT);

  private final TreeMap<Reject, Integer> copies = new TreeMap<>(ORDER);
  private long total;

  public void add(Reject reject) {
    add(reject, 1);
  }

  private void add(Reject reject, int number) {
    copies.merge(reject, number, Math::addExact);
    total += number;
  }

  /** Returns the number of rows, equal rows included. */
  public long total() {
    return total;
  }

  /** Returns every row, in an order that depends on the rows alone. */
  public Stream<Reject> rows() {
    return copies.entrySet().stream()
        .flatMap(entry -> Collections.nCopies(entry.getValue(), entry.getKey()).stream());
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(copies.size());
    for (Map.Entry<Reject, Integer> entry : copies.entrySet()) {
      Reject r = entry.getKey();
      out.writeInt(entry.getValue());
      for (String field :
          new String[] {r.runId(), r.reason(), r.detail(), r.file(), r.pairId(), r.excerpt()}) {
        NullableText.write(out, field);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  static Rejects read(DataInput in) throws IOException {
    Rejects rejects = new Rejects();
    for (int left = in.readInt(); left > 0; left--) {
      int number = in.readInt();
      rejects.add(
          new Reject(
              NullableText.read(in),
              NullableText.read(in),
              NullableText.read(in),
              NullableText.read(in),
              NullableText.read(in),
              NullableText.read(in)),
          number);
    }
    return rejects;
  }
}
