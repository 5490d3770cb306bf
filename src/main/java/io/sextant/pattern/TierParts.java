package io.sextant.pattern;

import io.sextant.linguistics.Tier;
import io.sextant.text.Word;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Targets that are related words, apart by tier: one part for each tier that relates words. */
final class TierParts {
  private static final List<Tier> TIERS =
      Arrays.stream(Tier.values()).filter(tier -> tier != Tier.NONE).toList();

  private final List<Targets.Builder> builders =
      Stream.generate(Targets.Builder::new).limit(TIERS.size()).toList();

  /** The names of the parts: {@code r0}, {@code r1} and so on. */
  static List<String> names() {
    return TIERS.stream().map(tier -> "r" + tier.ordinal()).toList();
  }

  void add(Tier tier, int query, Word related) {
    builders.get(tier.ordinal()).add(query, related.firstPiece(), related.endPiece());
  }

  List<Targets> build() {
    return builders.stream().map(Targets.Builder::build).toList();
  }
}
