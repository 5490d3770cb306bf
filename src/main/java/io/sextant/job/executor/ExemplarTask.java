package io.sextant.job.executor;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionRunner;
import io.sextant.job.chunk.ChunkPlan;
import io.sextant.job.chunk.ChunkStore;
import io.sextant.profile.PairMaps;
import io.sextant.profile.TokenBatches;
import io.sextant.profile.exemplar.ExemplarChoice;
import io.sextant.profile.exemplar.ExemplarChoice.Show;
import io.sextant.table.HeadGrid;
import io.sextant.table.RunDirectory;
import io.sextant.table.row.Exemplar;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.ShownPair;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Returns the attention maps of the chosen pairs, of the heads that a pair was chosen for. Maps
 * that the pair's chunk has kept are read; others are computed once more, to the same bits.
 */
public final class ExemplarTask implements FlatMapFunction<Iterator<ExemplarChoice>, Exemplar> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;
  private final ChunkPlan plan;
  private final SerializableConfiguration hadoop;

  public ExemplarTask(
      Broadcast<TaskSettings> settings, ChunkPlan plan, SerializableConfiguration hadoop) {
    this.settings = settings;
    this.plan = plan;
    this.hadoop = hadoop;
  }

  /** Returns the exemplars. The choices of a chunk must be consecutive. */
  @Override
  public Iterator<Exemplar> call(Iterator<ExemplarChoice> choices) {
    return LoadedModel.reading(settings.value(), () -> draw(choices));
  }

  private Iterator<Exemplar> draw(Iterator<ExemplarChoice> choices) {
    List<Exemplar> exemplars = new ArrayList<>();
    Map<SentencePair, List<Show>> missing = new LinkedHashMap<>();
    int chunk = -1;
    Map<String, PairMaps> kept = new HashMap<>();
    while (choices.hasNext()) {
      ExemplarChoice choice = choices.next();
      if (plan.keepsMaps() && plan.chunkOf(choice.pair()) != chunk) {
        chunk = plan.chunkOf(choice.pair());
        kept = read(chunk);
      }
      List<Show> left = show(choice, kept.get(choice.pair().id()), exemplars);
      if (!left.isEmpty()) {
        missing.put(choice.pair(), left);
      }
    }
    if (!missing.isEmpty()) {
      compute(missing, exemplars);
    }
    return exemplars.iterator();
  }

  private Map<String, PairMaps> read(int chunk) {
    TaskSettings.Target target = settings.value().target();
    Map<String, PairMaps> kept = new HashMap<>();
    new ChunkStore(RunDirectory.at(target.output(), hadoop.value()), target.identity())
        .readMaps(chunk)
        .forEach(maps -> kept.put(maps.pair().pairId(), maps));
    return kept;
  }

  /** Adds the exemplars whose maps are kept, and returns the others. */
  private List<Show> show(ExemplarChoice choice, PairMaps kept, List<Exemplar> exemplars) {
    if (kept == null) {
      return choice.shows();
    }
    HeadGrid grid = grid();
    List<Show> missing = new ArrayList<>();
    for (Show show : choice.shows()) {
      float[] map = kept.maps().get(grid.number(show.layer(), show.head()));
      if (map == null) {
        missing.add(show);
      } else {
        exemplars.add(exemplar(show, kept.pair(), map));
      }
    }
    return missing;
  }

  private HeadGrid grid() {
    var model = LoadedModel.of(settings.value()).bert().config();
    return new HeadGrid(model.layers(), model.heads());
  }

  private void compute(Map<SentencePair, List<Show>> shows, List<Exemplar> exemplars) {
    TaskSettings task = settings.value();
    LoadedModel model = LoadedModel.of(task);
    PairEncoder encoder = model.encoder();
    try (AttentionRunner runner = model.newRunner()) {
      TokenBatches batches =
          new TokenBatches(
              task.engine().batchTokens(),
              runner,
              batch ->
                  runner.run(
                      batch,
                      (pair, layer, map) ->
                          take(
                              batch.get(pair),
                              layer,
                              map,
                              shows.get(batch.get(pair).pair()),
                              exemplars)));
      shows.keySet().forEach(pair -> encoder.encodeIfCut(pair).ifPresent(batches::add));
      batches.finish();
    }
  }

  private void take(
      EncodedPair encoded,
      int layer,
      AttentionMap map,
      List<Show> shows,
      List<Exemplar> exemplars) {
    for (Show show : shows) {
      if (show.layer() == layer) {
        int from = map.row(show.head(), 0);
        float[] weights = Arrays.copyOfRange(map.weights(), from, from + map.size() * map.size());
        exemplars.add(exemplar(show, PairMaps.shown(encoded), weights));
      }
    }
  }

  private Exemplar exemplar(Show show, ShownPair pair, float[] map) {
    return new Exemplar(
        new HeadKey(settings.value().runId(), show.layer(), show.head()),
        show.pattern(),
        show.rank(),
        show.score(),
        pair,
        map);
  }
}
