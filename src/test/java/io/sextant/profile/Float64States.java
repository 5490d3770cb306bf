package io.sextant.profile;

import io.sextant.attention.Float64Bert;
import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.HiddenStatesSink;
import io.sextant.attention.RandomBert;
import io.sextant.bert.BertModel;
import io.sextant.bert.Vocabulary;
import io.sextant.pattern.Pairs;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A small random BERT whose vocabulary has a [MASK], run in float64. */
record Float64States(BertModel model) implements HiddenStatesRunner {
  static final int MASK = 3;

  static Float64States random() {
    BertModel bert = RandomBert.of(2, 3, 16, 40, 8);
    List<String> pieces =
        IntStream.range(0, bert.config().vocabularySize())
            .mapToObj(id -> id == MASK ? "[MASK]" : "piece" + id)
            .toList();
    return new Float64States(
        new BertModel(
            "random",
            bert.config(),
            new Vocabulary(pieces),
            bert.weights(),
            bert.maskedLm(),
            "random"));
  }

  /** A pair written as {@link Pairs} has it, of random pieces. */
  static EncodedPair pair(String id, String a, String b) {
    EncodedPair hand = Pairs.of(a, b);
    Random random = new Random(id.hashCode());
    return new EncodedPair(
        new SentencePair(id, null, a, b),
        hand.pieces(),
        random.ints(hand.size(), MASK + 1, 50).toArray(),
        hand.tokenTypes(),
        hand.wordOf(),
        List.copyOf(hand.words()),
        hand.firstSep(),
        0);
  }

  @Override
  public void run(List<EncodedPair> batch, HiddenStatesSink sink) {
    for (int i = 0; i < batch.size(); i++) {
      double[][] states = new Float64Bert(model).hiddenStates(batch.get(i));
      float[] flat = new float[states.length * states[0].length];
      for (int k = 0; k < flat.length; k++) {
        flat[k] = (float) states[k / states[0].length][k % states[0].length];
      }
      sink.accept(i, flat);
    }
  }

  @Override
  public void close() {}
}
