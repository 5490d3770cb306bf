package io.sextant.syntax;

import io.sextant.profile.UnfitPairException;
import io.sextant.table.row.RejectReason;
import java.util.List;
import java.util.Locale;

/** Checks that dependencies form trees. */
final class Trees {
  private Trees() {}

  /**
   * Checks that every word leads to a root by its heads, unless no word has a head.
   *
   * @throws UnfitPairException if a word does not; the message names it
   */
  static void check(List<Token> tokens) {
    long given = tokens.stream().filter(token -> token.relation() != null).count();
    if (given == 0) {
      return;
    }
    if (given < tokens.size()) {
      throw new UnfitPairException(
          RejectReason.MALFORMED_ANNOTATION,
          String.format(Locale.ROOT, "only %d of %d words have a HEAD", given, tokens.size()));
    }
    if (tokens.stream().noneMatch(token -> token.head() < 0)) {
      throw new UnfitPairException(RejectReason.NOT_A_TREE, "the sentence has no root (HEAD 0)");
    }
    for (int i = 0; i < tokens.size(); i++) {
      int at = i;
      for (int steps = 0; at >= 0; steps++) {
        if (steps > tokens.size()) {
          throw new UnfitPairException(
              RejectReason.NOT_A_TREE,
              String.format(
                  Locale.ROOT,
                  "the heads of word %d '%s' form a cycle",
                  i + 1,
                  tokens.get(i).form()));
        }
        at = tokens.get(at).head();
      }
    }
  }
}
