package io.sextant.profile;

import io.sextant.attention.Float64Bert;
import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.HiddenStatesSink;
import io.sextant.attention.RandomBert;
import io.sextant.bert.BertModel;
import io.sextant.pattern.Pairs;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentenceBounds;
import io.sextant.text.SentencePair;
import java.util.List;
import java.util.Random;

/** A small random BERT that is run in float64. */
public record Float64States(BertModel model) implements HiddenStatesRunner {
  public static Float64States random() {
    return new Float64States(RandomBert.of(2, 3, 16, 40, 8));
  }

  /** Returns a pair in the notation of {@link Pairs}, with random tokens. */
  public static EncodedPair pair(String id, String a, String b) {
    EncodedPair hand = Pairs.of(a, b);
    Random random = new Random(id.hashCode());
    return new EncodedPair(
        new SentencePair(id, null, a, b),
        hand.tokens(),
        random.ints(hand.size(), RandomBert.MASK + 1, 50).toArray(),
        hand.tokenTypes(),
        hand.wordOf(),
        List.copyOf(hand.words()),
        new SentenceBounds(hand.firstSep(), 0));
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
