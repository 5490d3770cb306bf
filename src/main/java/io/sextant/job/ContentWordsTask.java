package io.sextant.job;

import io.sextant.linguistics.ContentWords;
import io.sextant.text.PairEncoder;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The distinct content words of each pair, as the model's tokenizer cuts it. Runs on an executor.
 */
final class ContentWordsTask implements FlatMapFunction<Iterator<InputRow>, String[]> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;

  ContentWordsTask(Broadcast<TaskSettings> settings) {
    this.settings = settings;
  }

  @Override
  public Iterator<String[]> call(Iterator<InputRow> rows) {
    TaskSettings task = settings.value();
    ContentWords words = new ContentWords(task.language());
    PairEncoder encoder = LoadedModel.of(task).newEncoder();
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) done -> encoder.close());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public String[] next() {
        return words.of(encoder.encode(rows.next().pair())).toArray(new String[0]);
      }
    };
  }
}
