package io.sextant.profile.relation;

import io.sextant.linguistics.Tier;
import io.sextant.profile.relation.RelationCounts.Words;
import io.sextant.profile.state.StateArrays;
import io.sextant.table.row.RelationRate;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts of relations across sentences, in the original pairs and in shuffled pairs; mergeable. */
public final class RelationRates {
  final RelationCounts paired = new RelationCounts();
  final RelationCounts shuffled = new RelationCounts();

  public void merge(RelationRates other) {
    for (int i = 0; i < paired.counts.length; i++) {
      paired.counts[i] += other.paired.counts[i];
      shuffled.counts[i] += other.shuffled.counts[i];
    }
  }

  public void write(DataOutput out) throws IOException {
    StateArrays.write(out, paired.counts);
    StateArrays.write(out, shuffled.counts);
  }

  public static RelationRates read(DataInput in) throws IOException {
    RelationRates rates = new RelationRates();
    StateArrays.read(in, rates.paired.counts);
    StateArrays.read(in, rates.shuffled.counts);
    return rates;
  }

  /** Returns the rows of {@code relation_rates}, ordered by class of words and tier. */
  public List<RelationRate> rows(String runId) {
    List<RelationRate> rows = new ArrayList<>();
    for (Words words : Words.values()) {
      for (Tier tier : Tier.values()) {
        if (tier != Tier.NONE && paired.related(words, tier) + shuffled.related(words, tier) > 0) {
          rows.add(
              new RelationRate(
                  runId,
                  words.name().toLowerCase(Locale.ROOT),
                  tier.key(),
                  paired.related(words, tier),
                  paired.all(words),
                  shuffled.related(words, tier),
                  shuffled.all(words)));
        }
      }
    }
    return rows;
  }
}
