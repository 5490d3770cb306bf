package io.sextant.job;

import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** Encodes pairs one by one as they are asked for. Runs on an executor. */
final class EncodedRows
    implements FlatMapFunction<Iterator<InputRow>, Tuple2<InputRow, EncodedPair>> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;

  EncodedRows(Broadcast<TaskSettings> settings) {
    this.settings = settings;
  }

  @Override
  public Iterator<Tuple2<InputRow, EncodedPair>> call(Iterator<InputRow> rows) {
    PairEncoder encoder = LoadedModel.of(settings.value()).encoder();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Tuple2<InputRow, EncodedPair> next() {
        InputRow row = rows.next();
        return new Tuple2<>(row, encoder.encode(row.pair()));
      }
    };
  }
}
