package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertModel;
import io.sextant.linguistics.EmbeddingNeighbours;
import io.sextant.linguistics.Language;
import io.sextant.linguistics.RelatedWords;
import io.sextant.pattern.AnnotatedPair;
import io.sextant.pattern.Patterns;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.HeadScorer;
import io.sextant.profile.pair.NullModel;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.pair.PartitionSums;
import io.sextant.profile.pair.PreparedPair;
import io.sextant.profile.pair.RowStatistics;
import io.sextant.profile.pair.WordView;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.SlotArray;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.List;

/** The sums of each pair for all heads and parts, from which corpora can be resampled. */
final class RecordedPairs {
  /**
   * The sums of one pair.
   *
   * @param queries the number of queries for each part
   * @param norms the norm-weighted attention to targets
   */
  record Sums(
      int[] queries,
      SlotArray mass,
      SlotArray queriesBySlot,
      SlotArray content,
      SlotArray norms,
      SlotArray normTotal) {}

  private final Layout layout;
  private final List<Sums> pairs = new ArrayList<>();

  /** Runs pairs through the model, one by one. */
  RecordedPairs(BertModel bert, AttentionModel model, List<SentencePair> sentencePairs) {
    layout = new Layout(bert.config().layers(), bert.config().heads(), Patterns.all());
    RelatedWords related = new RelatedWords(Language.ENGLISH, new EmbeddingNeighbours(bert));
    Calibration calibration = Calibration.flat(layout.heads());
    NullModel[] nulls = NullModel.all(calibration).toArray(new NullModel[0]);
    HeadScorer scorer = new HeadScorer(layout, nulls);
    PartitionSums blocks = new PartitionSums(layout);
    RowStatistics rows = new RowStatistics();
    try (PairEncoder encoder = new PairEncoder(bert, bert.config().positions());
        AttentionRunner runner = model.newRunner(AttentionOutputs.NORMS)) {
      for (SentencePair pair : sentencePairs) {
        EncodedPair encoded = encoder.encode(pair);
        PreparedPair prepared =
            new PreparedPair(
                new AnnotatedPair(encoded, related.in(encoded)),
                WordView.ofTokens(encoded),
                layout,
                calibration);
        blocks.start(prepared, nulls);
        runner.run(
            List.of(encoded),
            (index, layer, map) -> {
              rows.read(encoded, map);
              scorer.score(prepared, layer, map, map, rows, blocks);
            });
        PairSums sums = new PairSums(layout);
        sums.take(prepared, blocks, nulls);
        pairs.add(
            new Sums(
                sums.queries,
                sums.mass,
                sums.queriesBySlot,
                sums.content,
                sums.normMass,
                sums.normTotal));
      }
    }
  }

  Layout layout() {
    return layout;
  }

  /** Returns the pairs that have an eligible query of a part. */
  List<Sums> with(int part) {
    return pairs.stream().filter(pair -> pair.queries[part] > 0).toList();
  }
}
