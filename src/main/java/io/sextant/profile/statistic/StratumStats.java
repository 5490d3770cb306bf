package io.sextant.profile.statistic;

import io.sextant.catalogue.Catalogue;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Mergeable;
import io.sextant.table.RowBuilder;
import io.sextant.table.row.HeadPattern;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The statistics of one stratum, for the parts of its layout. */
public final class StratumStats implements Mergeable<StratumStats> {
  private final Layout layout;

  public final Share share;
  public final ContentShare contentShare;
  public final Top1 top1;
  public final ClarkShare clark;
  public final NormShare norms;
  public final Auc auc;

  /** The lifts, indexed by null model. */
  public final List<Lift> lifts = new ArrayList<>();

  public final List<Consistency> consistencies = new ArrayList<>();

  public final HeadMeans means;
  public final NoOp noOp;

  private final List<HeadStatistic> all;

  StratumStats(Layout layout) {
    this.layout = layout;
    share = new Share(layout);
    contentShare = new ContentShare(layout, share);
    top1 = new Top1(layout);
    clark = new ClarkShare(layout);
    norms = new NormShare(layout);
    OffsetError offsetError = new OffsetError(layout);
    auc = new Auc(layout, Layout.nullIndex("matched"));
    for (int chance = 0; chance < layout.nulls(); chance++) {
      boolean isEstimated = chance == Layout.nullIndex("offset");
      lifts.add(
          new Lift(
              layout,
              chance,
              Catalogue.all().nulls().get(chance).column(),
              isEstimated ? offsetError::variance : Lift.NullError.NONE));
      consistencies.add(new Consistency(layout, chance));
    }
    means = new HeadMeans(layout);
    noOp = new NoOp(layout);
    all = new ArrayList<>();
    all.add(share);
    all.add(new MacroShare(layout));
    all.add(contentShare);
    all.add(top1);
    all.add(new BestOffset(layout));
    all.add(clark);
    all.add(norms);
    all.add(offsetError);
    all.addAll(lifts);
    all.addAll(consistencies);
    all.add(new MatchedTargets(layout));
    all.add(auc);
  }

  /** Returns the parts that the stratum has statistics of. */
  public Layout layout() {
    return layout;
  }

  /** Adds a pair to the statistics that are counted by pair. */
  void addPair(PairSums pair) {
    for (int part = 0; part < layout.parts().size(); part++) {
      int partOfPair = layout.origin(part);
      for (HeadStatistic statistic : all) {
        if (statistic.applies(pair, partOfPair)) {
          statistic.addPair(part, pair, partOfPair);
        }
      }
    }
  }

  /** Adds a cluster: the sums of one pair, or of all pairs of a group. */
  void addCluster(PairSums cluster) {
    means.addCluster(cluster);
    noOp.addCluster(cluster);
    for (int part = 0; part < layout.parts().size(); part++) {
      int partOfCluster = layout.origin(part);
      for (HeadStatistic statistic : all) {
        if (statistic.applies(cluster, partOfCluster)) {
          statistic.addCluster(part, cluster, partOfCluster);
        }
      }
    }
  }

  /** Sets the columns of all statistics in the row of a part and head. */
  public void fill(int part, int head, RowBuilder<HeadPattern> row) {
    for (HeadStatistic statistic : all) {
      statistic.fill(part, head, row);
    }
  }

  @Override
  public void merge(StratumStats other) {
    means.merge(other.means);
    noOp.merge(other.noOp);
    for (int i = 0; i < all.size(); i++) {
      all.get(i).merge(other.all.get(i));
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    means.write(out);
    noOp.write(out);
    for (HeadStatistic statistic : all) {
      statistic.write(out);
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    means.read(in);
    noOp.read(in);
    for (HeadStatistic statistic : all) {
      statistic.read(in);
    }
  }
}
