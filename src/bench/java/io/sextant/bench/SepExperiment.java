package io.sextant.bench;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertModel;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * How the last two layers share their attention between [SEP] and full stops: with and without the
 * sentences' final full stops, and with the right token types or all of them zero. Clark et al.
 * 2019 and Kobayashi et al. 2020 published shares that differ; what was fed to the model may be
 * why. All positions are queries, means are over queries, heads and both layers.
 */
final class SepExperiment {
  private static final int LAST_LAYERS = 2;

  private final BertModel bert;
  private final AttentionModel model;

  SepExperiment(BertModel bert, AttentionModel model) {
    this.bert = bert;
    this.model = model;
  }

  /**
   * One way to feed the pairs.
   *
   * @param sep mean share of the last two layers on both [SEP]
   * @param stops the same on full stops
   */
  record Condition(boolean finalStops, boolean tokenTypes, double sep, double stops) {

    double sum() {
      return sep + stops;
    }
  }

  /** Every way to feed the pairs. */
  record Result(int pairs, List<Condition> conditions) implements Finding {

    @Override
    public void print(PrintStream out) {
      out.printf("  share of the last two layers, %d Europarl pairs%n", pairs);
      for (Condition c : conditions) {
        out.printf(
            "  final full stops %-5s  token types %-5s  [SEP] %.3f  full stops %.3f  sum %.3f%n",
            c.finalStops(), c.tokenTypes(), c.sep(), c.stops(), c.sum());
      }
    }
  }

  Result run(List<SentencePair> pairs) {
    List<Condition> conditions = new ArrayList<>();
    try (PairEncoder encoder = new PairEncoder(bert, bert.config().positions());
        AttentionRunner runner = model.newRunner()) {
      for (boolean finalStops : new boolean[] {true, false}) {
        for (boolean tokenTypes : new boolean[] {true, false}) {
          List<EncodedPair> encoded = new ArrayList<>();
          for (SentencePair pair : pairs) {
            EncodedPair input = encoder.encode(ended(pair, finalStops));
            encoded.add(tokenTypes ? input : withoutTokenTypes(input));
          }
          conditions.add(measure(runner, encoded, finalStops, tokenTypes));
        }
      }
    }
    return new Result(pairs.size(), conditions);
  }

  private Condition measure(
      AttentionRunner runner, List<EncodedPair> pairs, boolean finalStops, boolean tokenTypes) {
    double[] sums = new double[3];
    int first = bert.config().layers() - LAST_LAYERS;
    runner.run(
        pairs,
        (index, layer, map) -> {
          if (layer >= first) {
            add(pairs.get(index), map, sums);
          }
        });
    return new Condition(finalStops, tokenTypes, sums[0] / sums[2], sums[1] / sums[2]);
  }

  private static void add(EncodedPair pair, AttentionMap map, double[] sums) {
    for (int key = 0; key < map.size(); key++) {
      String token = pair.tokens().get(key);
      int kind = token.equals("[SEP]") ? 0 : token.equals(".") ? 1 : -1;
      for (int head = 0; kind >= 0 && head < map.heads(); head++) {
        for (int query = 0; query < map.size(); query++) {
          sums[kind] += map.weight(head, query, key);
        }
      }
    }
    sums[2] += (double) map.heads() * map.size();
  }

  /** The pair with a full stop at the end of both sentences, or with none. */
  private static SentencePair ended(SentencePair pair, boolean finalStops) {
    return new SentencePair(
        pair.id(),
        pair.group(),
        ended(pair.sentenceA(), finalStops),
        ended(pair.sentenceB(), finalStops));
  }

  private static String ended(String sentence, boolean finalStop) {
    String bare = sentence.replaceAll("[\\s.!?:;]+$", "");
    return finalStop ? bare + " ." : bare;
  }

  private static EncodedPair withoutTokenTypes(EncodedPair pair) {
    return new EncodedPair(
        pair.pair(),
        pair.tokens(),
        pair.ids(),
        new int[pair.size()],
        pair.wordOf(),
        pair.words(),
        pair.firstSep(),
        pair.truncated());
  }
}
