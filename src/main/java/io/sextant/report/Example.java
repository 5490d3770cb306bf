package io.sextant.report;

import io.sextant.table.Exemplar;
import io.sextant.table.HeadPattern;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A pattern's example: the pair that shows it best in the strongest head that has one. */
record Example(String pattern, AttentionPicture picture) {

  static Optional<Example> of(HeadGrid grid, List<Exemplar> exemplars) {
    for (HeadPattern row : grid.strongest()) {
      Optional<Exemplar> best =
          exemplars.stream()
              .filter(exemplar -> exemplar.pattern().equals(grid.pattern()))
              .filter(exemplar -> exemplar.layer() == row.layer() && exemplar.head() == row.head())
              .min(Comparator.comparingInt(Exemplar::rank));
      if (best.isPresent()) {
        return Optional.of(new Example(grid.pattern(), new AttentionPicture(best.get())));
      }
    }
    return Optional.empty();
  }

  String title() {
    return PatternWords.title(pattern);
  }
}
