package io.sextant.job.executor;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionRunner;
import io.sextant.profile.TokenBatches;
import io.sextant.profile.exemplar.ExemplarChoice;
import io.sextant.profile.exemplar.ExemplarChoice.Show;
import io.sextant.table.row.Exemplar;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.ShownPair;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/**
 * Computes the attention maps of the chosen pairs once more on an executor, and returns those of
 * the heads that a pair was chosen for.
 */
public final class ExemplarTask implements FlatMapFunction<Iterator<ExemplarChoice>, Exemplar> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;

  public ExemplarTask(Broadcast<TaskSettings> settings) {
    this.settings = settings;
  }

  @Override
  public Iterator<Exemplar> call(Iterator<ExemplarChoice> choices) {
    return LoadedModel.reading(settings.value(), () -> draw(choices));
  }

  private Iterator<Exemplar> draw(Iterator<ExemplarChoice> choices) {
    TaskSettings task = settings.value();
    LoadedModel model = LoadedModel.of(task);
    List<Exemplar> exemplars = new ArrayList<>();
    PairEncoder encoder = model.encoder();
    try (AttentionRunner runner = model.newRunner()) {
      Map<SentencePair, List<Show>> shows = new HashMap<>();
      TokenBatches batches =
          new TokenBatches(
              task.engine().batchTokens(),
              batch ->
                  runner.run(
                      batch,
                      (pair, layer, map) ->
                          take(task.runId(), batch.get(pair), layer, map, shows, exemplars)));
      while (choices.hasNext()) {
        ExemplarChoice choice = choices.next();
        shows.put(choice.pair(), choice.shows());
        encoder.encodeIfCut(choice.pair()).ifPresent(batches::add);
      }
      batches.finish();
    }
    return exemplars.iterator();
  }

  private static void take(
      String runId,
      EncodedPair encoded,
      int layer,
      AttentionMap map,
      Map<SentencePair, List<Show>> shows,
      List<Exemplar> exemplars) {
    for (Show show : shows.get(encoded.pair())) {
      if (show.layer() == layer) {
        exemplars.add(exemplar(runId, encoded, show, map));
      }
    }
  }

  private static Exemplar exemplar(String runId, EncodedPair encoded, Show show, AttentionMap map) {
    int from = map.row(show.head(), 0);
    SentencePair pair = encoded.pair();
    return new Exemplar(
        new HeadKey(runId, show.layer(), show.head()),
        show.pattern(),
        show.rank(),
        show.score(),
        new ShownPair(
            pair.id(),
            encoded.tokens(),
            IntStream.range(0, encoded.size()).map(encoded::side).toArray(),
            encoded.wordOf(),
            encoded.words().stream().map(Word::text).toList()),
        Arrays.copyOfRange(map.weights(), from, from + map.size() * map.size()));
  }
}
