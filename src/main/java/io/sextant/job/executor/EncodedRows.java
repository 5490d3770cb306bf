package io.sextant.job.executor;

import io.sextant.job.row.InputRow;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** Encodes pairs lazily on an executor, and skips the pairs that the tokenizer cannot encode. */
public final class EncodedRows
    implements FlatMapFunction<Iterator<InputRow>, Tuple2<InputRow, EncodedPair>> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;

  public EncodedRows(Broadcast<TaskSettings> settings) {
    this.settings = settings;
  }

  @Override
  public Iterator<Tuple2<InputRow, EncodedPair>> call(Iterator<InputRow> rows) {
    PairEncoder encoder =
        LoadedModel.reading(settings.value(), () -> LoadedModel.of(settings.value()).encoder());
    return new Iterator<>() {
      private Tuple2<InputRow, EncodedPair> next;

      @Override
      public boolean hasNext() {
        while (next == null && rows.hasNext()) {
          InputRow row = rows.next();
          next =
              encoder
                  .encodeIfCut(row.pair())
                  .map(encoded -> new Tuple2<>(row, encoded))
                  .orElse(null);
        }
        return next != null;
      }

      @Override
      public Tuple2<InputRow, EncodedPair> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Tuple2<InputRow, EncodedPair> given = next;
        next = null;
        return given;
      }
    };
  }
}
