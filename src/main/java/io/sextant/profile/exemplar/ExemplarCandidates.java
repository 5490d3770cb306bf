package io.sextant.profile.exemplar;

import io.sextant.text.SentencePair;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The pairs with the highest scores for each head and headline part; mergeable. Attention maps are
 * no part of them: a task may keep some beside its chunk, and others are computed again for the few
 * pairs that are chosen in the end.
 */
public final class ExemplarCandidates {

  /** A pair and its score for a part. */
  public record Candidate(double score, SentencePair pair) {
    private boolean hasTextOf(Candidate other) {
      return pair.sentenceA().equals(other.pair.sentenceA())
          && Objects.equals(pair.sentenceB(), other.pair.sentenceB());
    }
  }

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::score)
          .reversed()
          .thenComparing(candidate -> candidate.pair().id());

  private final int perHead;
  private final List<List<Candidate>> best;

  /**
   * Creates empty lists for the given number of slots, each with room for {@code perHead}
   * candidates.
   */
  public ExemplarCandidates(int slots, int perHead) {
    this.perHead = perHead;
    this.best = new ArrayList<>(slots);
    for (int slot = 0; slot < slots; slot++) {
      best.add(new ArrayList<>(perHead));
    }
  }

  /** Returns the candidates of a slot, best first. */
  public List<Candidate> of(int slot) {
    return best.get(slot);
  }

  /** Keeps a candidate if it is among the best; of candidates with the same text, the best one. */
  public void offer(int slot, Candidate candidate) {
    List<Candidate> kept = best.get(slot);
    for (Candidate same : kept) {
      if (same.hasTextOf(candidate)) {
        if (BEST_FIRST.compare(candidate, same) >= 0) {
          return;
        }
        kept.remove(same);
        break;
      }
    }
    if (kept.size() == perHead
        && (perHead == 0 || BEST_FIRST.compare(candidate, kept.get(perHead - 1)) >= 0)) {
      return;
    }
    int at = kept.size();
    while (at > 0 && BEST_FIRST.compare(candidate, kept.get(at - 1)) < 0) {
      at--;
    }
    kept.add(at, candidate);
    if (kept.size() > perHead) {
      kept.remove(perHead);
    }
  }

  public void merge(ExemplarCandidates other) {
    for (int slot = 0; slot < best.size(); slot++) {
      for (Candidate candidate : other.best.get(slot)) {
        offer(slot, candidate);
      }
    }
  }

  public void write(DataOutput out) throws IOException {
    Map<SentencePair, Integer> pairs = new LinkedHashMap<>();
    best.forEach(kept -> kept.forEach(c -> pairs.putIfAbsent(c.pair(), pairs.size())));
    out.writeInt(pairs.size());
    for (SentencePair pair : pairs.keySet()) {
      PairIo.write(out, pair);
    }
    for (List<Candidate> kept : best) {
      out.writeInt(kept.size());
      for (Candidate candidate : kept) {
        out.writeDouble(candidate.score());
        out.writeInt(pairs.get(candidate.pair()));
      }
    }
  }

  public void read(DataInput in) throws IOException {
    List<SentencePair> pairs = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      pairs.add(PairIo.read(in));
    }
    for (int slot = 0; slot < best.size(); slot++) {
      for (int left = in.readInt(); left > 0; left--) {
        offer(slot, new Candidate(in.readDouble(), pairs.get(in.readInt())));
      }
    }
  }
}
