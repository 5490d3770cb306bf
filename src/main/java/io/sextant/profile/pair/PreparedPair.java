package io.sextant.profile.pair;

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
 * All that is known of a pair before any head is looked at: targets, controls, positions by block.
 */
public final class PreparedPair {
  final EncodedPair pair;

  /** Heads of all layers. */
  final int heads;

  /** By part. */
  final Family[] families;

  final PartTargets[] targets;

  /**
   * The cells {@code query * n + key} by the sets that have them: the targets of the parts, then
   * masks of Clark et al.
   */
  final CellPartition cells;

  /** The same cells as they are summed. */
  final PartitionCells partitionCells;

  /** Positions by the parts that they are eligible queries of. */
  final CellPartition queries;

  /** The cells that content patterns have; of each its query and its block. */
  final int[] contentCells;

  final int[] contentQueries;
  final int[] contentKinds;

  /** By part: the set of {@link #cells} that Clark et al.'s mask is; -1 if it has no row. */
  final int[] clark;

  /** Targets of content patterns beside keys that are like them. */
  final Comparisons matched;

  /** Targets beside the key at the query's own index in the other sentence. */
  final Comparisons sameIndex;

  /** Positions of the content tokens, ascending. */
  final int[] content;

  /** See {@link Calibration#fold}. */
  final int fold;

  /** Sentences of the pair. */
  final int sentences;

  /** {@code bins[query * n + key]}: the {@link OffsetSums#bin} of two content tokens. */
  final byte[] bins;

  /** By part: sum over the eligible queries of |T(i)| / n, what uniform attention gives. */
  final double[] uniform;

  /** By part: eligible queries that have a content key among their targets. */
  final int[] top1Queries;

  /** By part: targets that are delimiters. */
  final int[] delimiterTargets;

  /**
   * Finds them.
   *
   * @param annotated the pair of the view
   */
  public PreparedPair(
      AnnotatedPair annotated, WordView view, Layout layout, Calibration calibration) {
    pair = annotated.encoded();
    heads = layout.heads();
    fold = Calibration.fold(pair.pair());
    families = layout.families();
    content =
        IntStream.range(0, pair.size()).filter(position -> !pair.isDelimiter(position)).toArray();
    sentences = pair.hasSecondSentence() ? 2 : 1;
    bins = bins();
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
        boolean[] targeted = targeted(ofPattern);
        similar.addAll(first, ofPattern, new SimilarKeys(pair, targeted, deciles));
        if (pattern.hasSameIndexControl()) {
          atSameIndex.addAll(first, ofPattern, MatchedControls.sameIndex(pair, targeted));
        }
      }
    }
    targets =
        own.stream().map(part -> new PartTargets(part, pair.size())).toArray(PartTargets[]::new);
    clark = new int[own.size()];
    List<Targets> sets = new ArrayList<>(own);
    for (int part = 0; part < clark.length; part++) {
      clark[part] = set(byClark.get(part), part, sets);
    }
    cells = CellPartition.ofCells(sets, pair.size());
    partitionCells = new PartitionCells(cells, view);
    queries = new CellPartition(partsOfQueries());
    contentCells = contentCells();
    contentQueries = IntStream.of(contentCells).map(cell -> cell / pair.size()).toArray();
    contentKinds = IntStream.of(contentCells).map(cells::of).toArray();
    matched = similar.build();
    sameIndex = atSameIndex.build();
    uniform = new double[targets.length];
    top1Queries = new int[targets.length];
    delimiterTargets = new int[targets.length];
    for (int part = 0; part < targets.length; part++) {
      count(part);
    }
  }

  /** The set of a part's mask by Clark et al.: the part itself, or one more. */
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
      for (int query : targets[part].queries) {
        of[query] |= 1L << part;
      }
    }
    return of;
  }

  private int[] contentCells() {
    long ofContent = 0;
    for (int part = 0; part < families.length; part++) {
      ofContent |= families[part] == Family.CONTENT ? 1L << part : 0;
    }
    long any = ofContent;
    return IntStream.range(0, pair.size() * pair.size())
        .filter(cell -> cells.inAny(cells.of(cell), any))
        .toArray();
  }

  /** n * n: whether any of the parts targets a key from a query. */
  private boolean[] targeted(List<Targets> parts) {
    boolean[] targeted = new boolean[pair.size() * pair.size()];
    for (Targets part : parts) {
      for (int r = 0; r < part.queries(); r++) {
        int row = part.query(r) * pair.size();
        for (int k = part.firstRange(r); k < part.firstRange(r + 1); k++) {
          Arrays.fill(targeted, row + part.start(k), row + part.end(k), true);
        }
      }
    }
    return targeted;
  }

  private byte[] bins() {
    byte[] of = new byte[pair.size() * pair.size()];
    for (int query : content) {
      for (int key : content) {
        boolean same = pair.segment(query) == pair.segment(key);
        of[query * pair.size() + key] = (byte) OffsetSums.bin(query, key, same);
      }
    }
    return of;
  }

  private void count(int part) {
    PartTargets of = targets[part];
    int last = -1;
    for (int count : of.counts) {
      uniform[part] += (double) count / pair.size();
    }
    for (int k = 0; k < of.cells.length; k++) {
      if (pair.isDelimiter(of.cells[k] % pair.size())) {
        delimiterTargets[part]++;
      } else if (of.queryOf[k] != last) {
        top1Queries[part]++;
        last = of.queryOf[k];
      }
    }
  }
}
