package io.sextant.job.stage;

import io.sextant.job.chunk.EffectStore;
import io.sextant.job.executor.EffectTask;
import io.sextant.job.executor.EffectTask.Part;
import io.sextant.profile.effect.EffectPlan;
import io.sextant.profile.effect.PairEffects;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;

/** Measures the parts of a sample that are not committed, and says first what that costs. */
final class EffectMeasurement {
  private static final double SECONDS_AN_HOUR = 3600;
  private static final double NANOS_A_SECOND = 1e9;

  private final JavaSparkContext context;
  private final EffectPlan plan;
  private final EffectStore store;
  private final PrintStream out;

  EffectMeasurement(JavaSparkContext context, EffectPlan plan, EffectStore store, PrintStream out) {
    this.context = context;
    this.plan = plan;
    this.store = store;
    this.out = out;
  }

  /** Returns the parts that are not committed. */
  List<Part> left(List<Part> parts) {
    return parts.stream().filter(part -> store.read(part.number()).isEmpty()).toList();
  }

  /** Returns the effects of committed parts in their order. */
  List<PairEffects> read(List<Part> parts) {
    List<PairEffects> effects = new ArrayList<>();
    for (Part part : parts) {
      effects.addAll(store.read(part.number()).orElseThrow());
    }
    return effects;
  }

  /**
   * Measures parts and commits them. The time of the first tells how long the others will take.
   *
   * @param left at least one part
   */
  void measure(List<Part> left, EffectTask task) {
    int pairs = left.stream().mapToInt(part -> part.pairs().size()).sum();
    say(
        "effects: %,d pairs, each with about %,.0f forward passes: %,d heads are ablated, %,d patterns of heads knocked out, %,d labels compared with %d random sets of heads",
        pairs,
        plan.passes(),
        plan.grid().heads(),
        plan.tests().size(),
        plan.groups().size(),
        EffectPlan.SETS);
    context.setJobDescription("sextant: ablate heads in " + pairs + " pairs");
    Part first = left.get(0);
    double seconds = run(List.of(first), task).get(0) / NANOS_A_SECOND;
    List<Part> others = left.subList(1, left.size());
    if (!others.isEmpty()) {
      int together = Math.min(context.defaultParallelism(), others.size());
      say(
          "effects: about %.2f hours at %.1f seconds a pair in each of %d tasks",
          seconds * others.size() / together / SECONDS_AN_HOUR,
          seconds / first.pairs().size(),
          together);
      run(others, task);
    }
  }

  private List<Long> run(List<Part> parts, EffectTask task) {
    return context.parallelize(parts, parts.size()).map(task).collect();
  }

  private void say(String format, Object... numbers) {
    out.println(String.format(Locale.ROOT, format, numbers));
  }
}
