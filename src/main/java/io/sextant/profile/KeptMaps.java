package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.profile.exemplar.ExemplarChoice;
import io.sextant.profile.exemplar.ExemplarChoice.Show;
import io.sextant.profile.exemplar.ExemplarLimits;
import io.sextant.table.HeadGrid;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps all maps of the pairs that may become exemplars, in up to 64 MB of memory. Pairs that come
 * later are not kept: their maps must be computed again if they are shown.
 */
public final class KeptMaps implements PairMeasure {
  private static final long MOST = 1L << 26;

  private final ExemplarLimits limits;
  private final HeadGrid grid;
  private final Map<String, Kept> kept = new HashMap<>();
  private long bytes;

  /** The maps of all heads of a pair, by layer. */
  private record Kept(EncodedPair pair, float[][] layers) {}

  public KeptMaps(ExemplarLimits limits, HeadGrid grid) {
    this.limits = limits;
    this.grid = grid;
  }

  @Override
  public Reading open(EncodedPair pair) {
    long more = (long) grid.heads() * pair.size() * pair.size() * Float.BYTES;
    if (limits.perHead() == 0 || pair.size() > limits.maxTokens() || bytes + more > MOST) {
      return Reading.NONE;
    }
    bytes += more;
    float[][] layers = new float[grid.layers()][];
    return new Reading() {
      @Override
      public void read(int layer, AttentionMap map) {
        layers[layer] = Arrays.copyOf(map.weights(), map.row(map.heads(), 0));
      }

      @Override
      public void keep() {
        kept.put(pair.pair().id(), new Kept(pair, layers));
      }
    };
  }

  /** Returns the kept maps of the given choices, each once. */
  public List<PairMaps> of(List<ExemplarChoice> choices) {
    List<PairMaps> maps = new ArrayList<>();
    for (ExemplarChoice choice : choices) {
      Kept of = kept.get(choice.pair().id());
      if (of != null) {
        maps.add(new PairMaps(PairMaps.shown(of.pair()), heads(of, choice.shows())));
      }
    }
    return maps;
  }

  private TreeMap<Integer, float[]> heads(Kept of, List<Show> shows) {
    int size = of.pair().size() * of.pair().size();
    TreeMap<Integer, float[]> heads = new TreeMap<>();
    for (Show show : shows) {
      int from = show.head() * size;
      heads.put(
          grid.number(show.layer(), show.head()),
          Arrays.copyOfRange(of.layers()[show.layer()], from, from + size));
    }
    return heads;
  }
}
