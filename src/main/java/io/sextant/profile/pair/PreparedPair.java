package io.sextant.profile.pair;

import io.sextant.bert.Window;
import io.sextant.pattern.AnnotatedPair;
import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Family;
import io.sextant.pattern.Targets;
import io.sextant.profile.state.Layout;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is computed of a pair before any head is read: targets, controls, and partitions of its
 * cells and positions.
 */
public final class PreparedPair {
  final EncodedPair pair;

  /** The number of heads of all layers. */
  final int heads;

  /** The family of each part. */
  final Family[] families;

  /** The targets of each part. */
  final Targets[] targets;

  /**
   * The cells {@code query * n + key}, partitioned by the sets of targets: those of the parts,
   * followed by the masks of Clark et al. 2019 that differ from them.
   */
  final CellPartition cells;

  /** The same cells in the order in which they are summed. */
  final PartitionCells partitionCells;

  /** The positions, partitioned by the parts in which they are eligible queries. */
  final CellPartition queries;

  /**
   * For each cell that is a target of a content pattern, its query, its block, and the {@link
   * OffsetSums#bin} of its query and key.
   */
  final int[] contentQueries;

  final int[] contentBlocks;
  final int[] contentBins;

  /**
   * For each part, the set of {@link #cells} that is its mask by Clark et al.; -1 if the mask has
   * no row.
   */
  final int[] clark;

  /** The targets of content patterns, compared with similar keys. */
  final Comparisons matched;

  /** The targets, compared with the key at the query's own index in the other sentence. */
  final Comparisons sameIndex;

  /** The positions of the content tokens, ascending. */
  final int[] content;

  /** The fold of the pair; see {@link Calibration#fold}. */
  final int fold;

  /** The number of sentences. */
  final int sentences;

  /** The keys that the queries can see. */
  final VisibleKeys visible;

  /** For each query, the number of content tokens, divided by the number of those that it sees. */
  final double[] unseen;

  /** For each query, the entropy in nats of a row that is uniform over the keys that it sees. */
  final double[] flatEntropy;

  /**
   * For each part, the sum over the eligible queries of |T(i)| / n, which is the attention to
   * targets if attention is uniform. T(i) and n count the keys that the query sees.
   */
  final double[] uniform;

  /** For each part, the number of eligible queries that have a content key among their targets. */
  final int[] top1Queries;

  /** For each part, the number of targets that are delimiters. */
  final int[] delimiterTargets;

  /** Prepares a pair for layers whose queries see all keys; see the other constructor. */
  public PreparedPair(
      AnnotatedPair annotated, WordView view, Layout layout, Calibration calibration) {
    this(annotated, view, layout, calibration, Window.FULL);
  }

  /**
   * Prepares a pair.
   *
   * @param annotated the pair of the view
   * @param window the keys that the queries of the layers see for which the pair is prepared
   */
  public PreparedPair(
      AnnotatedPair annotated,
      WordView view,
      Layout layout,
      Calibration calibration,
      Window window) {
    pair = annotated.encoded();
    heads = layout.heads();
    fold = Calibration.fold(pair.pair());
    families = layout.families();
    content =
        IntStream.range(0, pair.size()).filter(position -> !pair.isDelimiter(position)).toArray();
    sentences = pair.hasSecondSentence() ? 2 : 1;
    visible = new VisibleKeys(view, window);
    unseen = unseen();
    flatEntropy =
        IntStream.range(0, pair.size()).mapToDouble(q -> Math.log(visible.count(q))).toArray();
    List<Targets> own = new ArrayList<>();
    List<Targets> byClark = new ArrayList<>();
    int parts = layout.parts().size();
    ComparisonsBuilder similar = new ComparisonsBuilder(pair.size(), parts);
    ComparisonsBuilder atSameIndex = new ComparisonsBuilder(pair.size(), parts);
    int[] deciles = calibration.deciles(pair);
    for (AttentionPattern pattern : layout.patterns()) {
      List<Targets> ofPattern = pattern.targets(annotated);
      int first = own.size();
      own.addAll(ofPattern);
      byClark.addAll(pattern.clarkTargets(annotated, ofPattern));
      if (pattern.family() == Family.CONTENT) {
        boolean[] targeted = Targets.cells(ofPattern, pair.size());
        similar.addAll(first, ofPattern, visible.among(new SimilarKeys(pair, targeted, deciles)));
        if (pattern.hasSameIndexControl()) {
          atSameIndex.addAll(
              first, ofPattern, visible.among(MatchedControls.sameIndex(pair, targeted)));
        }
      }
    }
    targets = own.toArray(new Targets[0]);
    clark = new int[own.size()];
    List<Targets> sets = new ArrayList<>(own);
    for (int part = 0; part < clark.length; part++) {
      clark[part] = set(byClark.get(part), part, sets);
    }
    cells = CellPartition.ofCells(sets, pair.size());
    queries = new CellPartition(partsOfQueries());
    partitionCells = new PartitionCells(cells, queries, view);
    int[] contentCells = contentCells();
    contentQueries = new int[contentCells.length];
    contentBlocks = new int[contentCells.length];
    contentBins = new int[contentCells.length];
    for (int i = 0; i < contentCells.length; i++) {
      contentQueries[i] = contentCells[i] / pair.size();
      contentBlocks[i] = cells.of(contentCells[i]);
      contentBins[i] = bin(contentQueries[i], contentCells[i] % pair.size());
    }
    matched = similar.build();
    sameIndex = atSameIndex.build();
    uniform = new double[targets.length];
    top1Queries = new int[targets.length];
    delimiterTargets = new int[targets.length];
    for (int part = 0; part < targets.length; part++) {
      count(part);
    }
  }

  /**
   * Returns the set of a part's mask by Clark et al.: the part's own set if they are equal, or a
   * new one.
   */
  private static int set(Targets mask, int part, List<Targets> sets) {
    if (mask.queries() == 0) {
      return -1;
    }
    if (mask == sets.get(part)) {
      return part;
    }
    sets.add(mask);
    return sets.size() - 1;
  }

  private long[] partsOfQueries() {
    long[] of = new long[pair.size()];
    for (int part = 0; part < targets.length; part++) {
      for (int r = 0; r < targets[part].queries(); r++) {
        of[targets[part].query(r)] |= 1L << part;
      }
    }
    return of;
  }

  private int[] contentCells() {
    long ofContent = 0;
    for (int part = 0; part < families.length; part++) {
      ofContent |= families[part] == Family.CONTENT ? 1L << part : 0;
    }
    boolean[] chosen = new boolean[cells.count()];
    for (int block = 0; block < chosen.length; block++) {
      chosen[block] = cells.inAny(block, ofContent);
    }
    int[] found = new int[pair.size() * pair.size()];
    int count = 0;
    for (int query = 0; query < pair.size(); query++) {
      int row = query * pair.size();
      for (int cell = row + visible.first(query); cell < row + visible.end(query); cell++) {
        found[count] = cell;
        count += chosen[cells.of(cell)] ? 1 : 0;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private double[] unseen() {
    int[] before = new int[pair.size() + 1];
    for (int position = 0; position < pair.size(); position++) {
      before[position + 1] = before[position] + (pair.isDelimiter(position) ? 0 : 1);
    }
    double[] of = new double[pair.size()];
    for (int query = 0; query < of.length; query++) {
      int seen = before[visible.end(query)] - before[visible.first(query)];
      of[query] = (double) content.length / seen;
    }
    return of;
  }

  /** Returns the {@link OffsetSums#bin} of two content tokens. */
  int bin(int query, int key) {
    return OffsetSums.bin(query, key, pair.segment(query) == pair.segment(key));
  }

  private void count(int part) {
    Targets of = targets[part];
    for (int r = 0; r < of.queries(); r++) {
      int query = of.query(r);
      int seen = 0;
      int ofContent = 0;
      for (int k = of.firstRange(r); k < of.firstRange(r + 1); k++) {
        seen += common(of, k, visible.first(query), visible.end(query));
        for (int segment = 0; segment < 2; segment++) {
          ofContent += common(of, k, pair.sentenceStart(segment), pair.sentenceEnd(segment));
        }
      }
      uniform[part] += (double) seen / visible.count(query);
      delimiterTargets[part] += of.count(r) - ofContent;
      top1Queries[part] += ofContent > 0 ? 1 : 0;
    }
  }

  /** Returns the number of keys of a range of targets that are in [start, end). */
  private static int common(Targets of, int range, int start, int end) {
    return Math.max(0, Math.min(of.end(range), end) - Math.max(of.start(range), start));
  }
}
