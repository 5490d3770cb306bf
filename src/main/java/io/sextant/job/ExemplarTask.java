package io.sextant.job;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionRunner;
import io.sextant.profile.ExemplarChoice;
import io.sextant.profile.ExemplarChoice.Show;
import io.sextant.table.Exemplar;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/**
 * Makes the maps of the chosen pairs again, and keeps those that are to be shown. Runs on an
 * executor.
 */
final class ExemplarTask implements FlatMapFunction<Iterator<ExemplarChoice>, Exemplar> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;

  ExemplarTask(Broadcast<TaskSettings> settings) {
    this.settings = settings;
  }

  @Override
  public Iterator<Exemplar> call(Iterator<ExemplarChoice> choices) {
    TaskSettings task = settings.value();
    LoadedModel model = LoadedModel.of(task);
    List<Exemplar> exemplars = new ArrayList<>();
    try (PairEncoder encoder = model.newEncoder();
        AttentionRunner runner = model.newRunner()) {
      while (choices.hasNext()) {
        ExemplarChoice choice = choices.next();
        EncodedPair encoded = encoder.encode(choice.pair());
        runner.run(
            List.of(encoded),
            (pair, layer, map) -> {
              for (Show show : choice.shows()) {
                if (show.layer() == layer) {
                  exemplars.add(exemplar(task.runId(), encoded, show, map));
                }
              }
            });
      }
    }
    return exemplars.iterator();
  }

  private static Exemplar exemplar(String runId, EncodedPair encoded, Show show, AttentionMap map) {
    int from = map.row(show.head(), 0);
    SentencePair pair = encoded.pair();
    return new Exemplar(
        runId,
        show.layer(),
        show.head(),
        show.pattern(),
        show.rank(),
        show.score(),
        pair.id(),
        encoded.pieces(),
        encoded.tokenTypes(),
        Arrays.copyOfRange(map.weights(), from, from + map.size() * map.size()));
  }
}
