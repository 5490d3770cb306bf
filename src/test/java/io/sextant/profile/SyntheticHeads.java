package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.AttentionSink;
import io.sextant.bert.BertConfig;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderDesign;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.NormPlacement;
import io.sextant.bert.Position;
import io.sextant.bert.Window;
import io.sextant.linguistics.Tier;
import io.sextant.linguistics.WordRelations;
import io.sextant.pattern.Pairs;
import io.sextant.pattern.Patterns;
import io.sextant.profile.exemplar.ExemplarLimits;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.PairAnalysis;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Unit;
import io.sextant.table.row.HeadPattern;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentenceBounds;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Synthetic heads, and a profiler that runs them. By default, there is one layer, whose queries see
 * all keys, and words are related if they are equal.
 */
public final class SyntheticHeads implements AttentionRunner {

  /** The weight of a head from a query to a key; rows are normalised to sum to 1. */
  public interface Head {
    double weight(EncodedPair pair, int query, int key);
  }

  public static final Head UNIFORM = (pair, query, key) -> 1;

  /** All attention goes to the next position; the last position attends to itself. */
  public static final Head NEXT =
      (pair, query, key) -> key == Math.min(query + 1, pair.size() - 1) ? 1 : 0;

  /** Noise that depends only on the positions of the tokens. */
  public static final Head NOISE =
      (pair, query, key) -> 0.05 + ((query * 31 + key * 17) % 13) / 13.0;

  /** The norm of what a head makes of a key; see {@link AttentionMap#norms}. */
  interface Norm {
    double of(EncodedPair pair, int key);
  }

  /** The norms of delimiters are a tenth of those of content. */
  static final Norm QUIET_DELIMITERS = (pair, key) -> pair.isDelimiter(key) ? 0.1 : 1;

  private static final List<Unit> UNITS = List.of(Unit.values());

  private final List<Head> heads;
  private final double scale;
  private List<Window> windows = List.of(Window.FULL);
  private Map<Unit, Calibration> calibration;
  private int pairsRun;
  private Norm norm;

  public SyntheticHeads(Head... heads) {
    this(1, heads);
  }

  /** Creates heads whose rows sum to {@code scale}. */
  public SyntheticHeads(double scale, Head... heads) {
    this.heads = List.of(heads);
    this.scale = scale;
    this.calibration = Calibration.flat(heads.length, UNITS);
  }

  /** Returns layers of the same heads whose queries see these keys, and attend to no others. */
  public SyntheticHeads layers(Window... ofLayers) {
    windows = List.of(ofLayers);
    calibration = Calibration.flat(heads.size() * windows.size(), UNITS);
    return this;
  }

  /** Returns the same heads with norms. */
  SyntheticHeads with(Norm norms) {
    norm = norms;
    return this;
  }

  Layout layout() {
    return new Layout(windows, heads.size(), Patterns.all());
  }

  public ProfileState emptyState() {
    return ProfileState.empty(model(), Patterns.all(), UNITS, 2);
  }

  public BertConfig model() {
    EncoderShape shape = new EncoderShape(windows.size(), heads.size(), heads.size(), 1);
    return new BertConfig(shape, new EmbeddingShape(1, 512, 2), true)
        .withDesign(
            new EncoderDesign(new Position.Absolute(), NormPlacement.AFTER, false, windows));
  }

  HeadProfiler profiler(ProfileState state, int batchTokens, RejectSink rejects) {
    return profiler(state, batchTokens, rejects, SyntheticHeads::relations);
  }

  private HeadProfiler profiler(
      ProfileState state,
      int batchTokens,
      RejectSink rejects,
      Function<EncodedPair, WordRelations> relations) {
    return new HeadProfiler(
        PairAnalysis.of(SyntheticHeads::encode, relations),
        this,
        calibration,
        batchTokens,
        new ExemplarLimits(2, 48, 1),
        rejects,
        state);
  }

  /** Returns the state of these pairs, none of which may be rejected. */
  public ProfileState profile(List<SentencePair> pairs) {
    return profile(pairs, SyntheticHeads::relations);
  }

  /** Returns the state of these pairs, which all have the given relations. */
  public ProfileState profile(List<SentencePair> pairs, WordRelations relations) {
    return profile(pairs, pair -> relations);
  }

  private ProfileState profile(
      List<SentencePair> pairs, Function<EncodedPair, WordRelations> relations) {
    ProfileState state = emptyState();
    HeadProfiler profiler =
        profiler(
            state,
            512,
            (pair, reason, detail) -> {
              throw new AssertionError(reason + " " + detail);
            },
            relations);
    pairs.forEach(profiler::add);
    profiler.finish();
    return state;
  }

  /** Returns the state of these pairs with the calibration that the same pairs give. */
  public ProfileState profileCalibrated(List<SentencePair> pairs) {
    calibration =
        CalibrationSums.measure(pairs, SyntheticHeads::encode, this, 512, model(), UNITS)
            .calibrations();
    return profile(pairs);
  }

  /** Returns a pair whose words are separated by spaces. */
  public static SentencePair pair(String id, String group, String a, String b) {
    return new SentencePair(id, group, a, b);
  }

  public static HeadPattern row(List<HeadPattern> rows, int head, String pattern, String part) {
    return rows.stream()
        .filter(row -> row.stratum().equals("all") && row.head() == head)
        .filter(row -> row.pattern().equals(pattern) && row.part().equals(part))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the number of pairs that the heads have been run on. */
  int pairsRun() {
    return pairsRun;
  }

  @Override
  public void run(List<EncodedPair> batch, AttentionSink sink) {
    pairsRun += batch.size();
    for (int i = 0; i < batch.size(); i++) {
      for (int layer = 0; layer < windows.size(); layer++) {
        sink.accept(i, layer, map(batch.get(i), windows.get(layer)));
      }
    }
  }

  @Override
  public void close() {}

  private AttentionMap map(EncodedPair pair, Window window) {
    int n = pair.size();
    float[] weights = new float[heads.size() * n * n];
    float[] entropies = new float[heads.size() * n];
    for (int head = 0; head < heads.size(); head++) {
      for (int query = 0; query < n; query++) {
        double sum = 0;
        for (int key = 0; key < n; key++) {
          sum += window.sees(key - query) ? heads.get(head).weight(pair, query, key) : 0;
        }
        double entropy = 0;
        for (int key = 0; key < n; key++) {
          double whole = window.sees(key - query) ? heads.get(head).weight(pair, query, key) : 0;
          double weight = whole / sum;
          entropy -= weight > 0 ? weight * Math.log(weight) : 0;
          weights[(head * n + query) * n + key] = (float) (scale * weight);
        }
        entropies[head * n + query] = (float) entropy;
      }
    }
    return norm == null
        ? new AttentionMap(heads.size(), n, weights, entropies)
        : new AttentionMap(heads.size(), n, weights, entropies, norms(pair));
  }

  private float[] norms(EncodedPair pair) {
    float[] norms = new float[heads.size() * pair.size()];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = (float) norm.of(pair, i % pair.size());
    }
    return norms;
  }

  public static EncodedPair encode(SentencePair pair) {
    EncodedPair hand = Pairs.of(pair.sentenceA(), pair.sentenceB());
    return new EncodedPair(
        pair,
        hand.tokens(),
        hand.tokens().stream().mapToInt(token -> token.hashCode() & 0xffff).toArray(),
        hand.tokenTypes(),
        hand.wordOf(),
        new ArrayList<>(hand.words()),
        new SentenceBounds(hand.firstSep(), 0));
  }

  private static WordRelations relations(EncodedPair pair) {
    return (word, other) ->
        !pair.words().get(word).punctuation()
                && pair.words().get(word).text().equals(pair.words().get(other).text())
            ? Tier.SURFACE
            : Tier.NONE;
  }
}
