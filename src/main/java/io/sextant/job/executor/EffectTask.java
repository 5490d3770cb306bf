package io.sextant.job.executor;

import io.sextant.attention.edit.EditRunner;
import io.sextant.job.chunk.EffectStore;
import io.sextant.job.folder.LeaseFence;
import io.sextant.linguistics.FunctionWords;
import io.sextant.pattern.AnnotatedPair;
import io.sextant.profile.effect.EffectProfiler;
import io.sextant.profile.effect.PairEffects;
import io.sextant.table.RunDirectory;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Measures the effects on a part of the sample on an executor, and commits them. */
public final class EffectTask implements Function<EffectTask.Part, Long> {
  private static final long serialVersionUID = 1L;

  /** A part of the sample, by its number. */
  public record Part(int number, List<SentencePair> pairs) implements Serializable {}

  private final Broadcast<TaskSettings> settings;
  private final Broadcast<EffectInputs> inputs;
  private final SerializableConfiguration hadoop;

  public EffectTask(
      Broadcast<TaskSettings> settings,
      Broadcast<EffectInputs> inputs,
      SerializableConfiguration hadoop) {
    this.settings = settings;
    this.inputs = inputs;
    this.hadoop = hadoop;
  }

  /** Returns the wall time in nanoseconds. */
  @Override
  public Long call(Part part) {
    return LoadedModel.reading(settings.value(), () -> measure(part));
  }

  /** Measures the effects on pairs in this process. */
  public static List<PairEffects> effects(
      TaskSettings task, EffectInputs of, List<SentencePair> sample) {
    LoadedModel model = LoadedModel.of(task);
    ChunkAnalysis analysis =
        new ChunkAnalysis(model.encoder(), model.relatedWords(), of.cooccurrences());
    List<AnnotatedPair> pairs = new ArrayList<>();
    for (SentencePair pair : sample) {
      EncodedPair encoded = analysis.encode(pair);
      pairs.add(new AnnotatedPair(encoded, analysis.relate(encoded)));
    }
    try (EditRunner runner = model.newEditRunner()) {
      return new EffectProfiler(
              model.bert(),
              model.answeringHead(),
              runner,
              of.plan(),
              of.calibration(),
              of.replacement(),
              FunctionWords.of(task.language()))
          .of(pairs);
    }
  }

  private long measure(Part part) {
    long start = System.nanoTime();
    TaskSettings task = settings.value();
    EffectInputs of = inputs.value();
    List<PairEffects> effects = effects(task, of, part.pairs());
    LoadedModel.of(task).requireUnchanged();
    RunDirectory run =
        RunDirectory.at(task.target().output(), hadoop.value())
            .fenced(new LeaseFence(task.target().lease()));
    new EffectStore(run, of.identity()).commit(part.number(), effects);
    return System.nanoTime() - start;
  }
}
