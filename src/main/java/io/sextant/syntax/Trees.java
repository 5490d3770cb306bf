package io.sextant.syntax;

import io.sextant.profile.UnfitPairException;
import io.sextant.table.row.RejectReason;
import java.util.List;
import java.util.Locale;

/** Holds dependencies to being a tree. */
final class Trees {
  private Trees() {}

  /**
   * Checks that every word comes to a root, if the words have heads.
   *
   * @throws UnfitPairException naming a word that does not
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
                  "the heads of word %d '%s' run in a circle",
                  i + 1,
                  tokens.get(i).form()));
        }
        at = tokens.get(at).head();
      }
    }
  }
}
