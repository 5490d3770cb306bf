package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.LayerWindows;
import io.sextant.bert.Window;
import io.sextant.job.chunk.ChunkStates;
import io.sextant.job.chunk.ChunkStore;
import io.sextant.job.chunk.MergeTree;
import io.sextant.job.chunk.MergedState;
import io.sextant.job.chunk.Rejects;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.RowFold;
import io.sextant.job.stage.MergeStage;
import io.sextant.pattern.Patterns;
import io.sextant.profile.DistanceSums;
import io.sextant.profile.SyntheticHeads;
import io.sextant.profile.state.Unit;
import io.sextant.syntax.SyntaxState;
import io.sextant.table.HeadGrid;
import io.sextant.table.RunDirectory;
import io.sextant.table.row.Reject;
import io.sextant.text.SentencePair;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class MergeStageTest extends SparkTest {
  private static final int CHUNKS = 2 * MergeTree.FAN_IN + 5;
  private static final HeadGrid GRID = new HeadGrid(1, 3);
  private static final int MISSING = 70;
  private static final List<Integer> REJECTING = List.of(7, 99);

  private final SyntheticHeads heads =
      new SyntheticHeads(SyntheticHeads.NOISE, SyntheticHeads.NEXT, SyntheticHeads.UNIFORM);

  @Test
  void theTreeGivesTheSameBitsOnAnyClusterAndWithChunksThatAreMissing() {
    ChunkStore store =
        new ChunkStore(RunDirectory.at(folder.toString(), new Configuration()), "run");
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      commit(store, chunk);
    }
    SortedSet<Integer> all = store.committed();
    SortedSet<Integer> some = new TreeSet<>(all);
    some.remove(MISSING);

    byte[] expected = byHand(store, some).pack();
    assertThat(merge("local[1]", some).pack()).isEqualTo(expected);
    MergedState merged = merge("local[3]", some);
    assertThat(merged.pack()).isEqualTo(expected).isNotEqualTo(byHand(store, all).pack());
    assertThat(merged.chunks()).isEqualTo(CHUNKS - 1);
    assertThat(merged.rejecting()).containsExactlyElementsOf(REJECTING);
    assertThat(merged.rejected()).isEqualTo(2);
    assertThat(merged.rows().rows()).isEqualTo(2 * (CHUNKS - 1L));
    assertThat(merged.states().profile().profiled()).isEqualTo(2 * (CHUNKS - 1L));
    assertThat(merged.states().distances().distances().rows("run")).isNotEmpty();
    assertThat(merge("local[1]", new TreeSet<>()).chunks()).isZero();
  }

  /** Merges the leaves, and then these, one after the other. */
  private MergedState byHand(ChunkStore store, SortedSet<Integer> committed) {
    MergedState root = new MergedState(empty());
    for (int leaf = 0; leaf < MergeTree.parents(CHUNKS); leaf++) {
      MergedState merged = new MergedState(empty());
      committed
          .subSet(leaf * MergeTree.FAN_IN, (leaf + 1) * MergeTree.FAN_IN)
          .forEach(chunk -> merged.take(store, chunk));
      root.merge(merged.pack());
    }
    return root;
  }

  private MergedState merge(String master, SortedSet<Integer> committed) {
    SparkSession spark = session(master);
    try {
      JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
      return new MergeStage(context, settings(), heads.model(), CHUNKS).run(committed);
    } finally {
      spark.stop();
    }
  }

  private void commit(ChunkStore store, int chunk) {
    List<SentencePair> pairs =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    SyntheticHeads.pair(
                        chunk + "-" + i,
                        null,
                        "cat " + "fish ".repeat(1 + chunk % 7),
                        "cat dog " + i))
            .toList();
    Rejects rejects = new Rejects();
    if (REJECTING.contains(chunk)) {
      rejects.add(new Reject("run", "empty_sentence", "a", "file", "id", "text"));
    }
    store.commit(
        chunk,
        new RowFold(2, chunk, chunk),
        rejects,
        new ChunkStates(
            heads.profile(pairs),
            empty().syntax(),
            chunk % 3 == 0
                ? DistanceSums.measure(pairs, SyntheticHeads::encode, heads, 512, 4, heads.model())
                : DistanceSums.empty(GRID)));
  }

  private ChunkStates empty() {
    return new ChunkStates(
        heads.emptyState(),
        new SyntaxState(LayerWindows.of(List.of(Window.FULL)), 3),
        DistanceSums.empty(GRID));
  }

  private TaskSettings settings() {
    TaskSettings task = Settings.of("model", "fingerprint");
    return new TaskSettings(
        new TaskSettings.Target("run", "run", "token", folder.toString()),
        task.checkpoint(),
        task.engine(),
        task.language(),
        task.maxMismatch(),
        new TaskSettings.Measures(
            Patterns.all().stream().map(pattern -> pattern.key()).toList(),
            List.of(Unit.values()),
            List.of(),
            false,
            0,
            Settings.grades()),
        task.exemplars());
  }
}
