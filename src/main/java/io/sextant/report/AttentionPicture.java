package io.sextant.report;

import io.sextant.table.Exemplar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A pair as one head sees it: its tokens on the left, again on the right, and a line from each
 * position that is updated to each that it attends to, as opaque as the weight. The view that the
 * template {@code attention.svg} draws; lengths in pixels.
 */
final class AttentionPicture {
  private static final int MOST_TOKENS = 40;
  private static final int LONGEST_TOKEN = 14;
  private static final float FAINTEST = .02f;
  private static final double ROW = 17;
  private static final double TOP = 26;
  private static final double SENTENCE_GAP = 8;
  private static final double LEFT = 104;
  private static final double RIGHT = 290;
  private static final Set<String> DELIMITERS = Set.of("[CLS]", "[SEP]", "<s>", "</s>");

  /** A token and the height at which it stands. */
  record Token(String text, String y, String kind) {}

  /** A line from (left, y1) to (right, y2). */
  record Line(String y1, String y2, String opacity) {}

  private final Exemplar exemplar;

  AttentionPicture(Exemplar exemplar) {
    this.exemplar = exemplar;
  }

  double width() {
    return LEFT + RIGHT;
  }

  String height() {
    return decimal(y(shown() - 1) + ROW / 2 + 2);
  }

  double left() {
    return LEFT;
  }

  double right() {
    return RIGHT;
  }

  double lineLeft() {
    return LEFT + 6;
  }

  double lineRight() {
    return RIGHT - 6;
  }

  String layerHead() {
    return "layer " + exemplar.layer() + " head " + exemplar.head();
  }

  String score() {
    return Notation.share(exemplar.score());
  }

  String pairId() {
    return Printable.cut(exemplar.pairId(), 40);
  }

  /** Says that the pair is longer than the picture; empty if it is not. */
  String cutNote() {
    int tokens = exemplar.tokens().size();
    return tokens > MOST_TOKENS ? "the first " + MOST_TOKENS + " of " + tokens + " tokens" : "";
  }

  String description() {
    return "Attention of "
        + layerHead()
        + " on one pair, from each token on the left to the tokens on the right.";
  }

  List<Token> tokens() {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < shown(); i++) {
      String text = exemplar.tokens().get(i);
      String kind = DELIMITERS.contains(text) ? "delimiter" : "word";
      tokens.add(new Token(Printable.cut(text, LONGEST_TOKEN), decimal(y(i)), kind));
    }
    return tokens;
  }

  List<Line> lines() {
    int n = exemplar.tokens().size();
    List<Line> lines = new ArrayList<>();
    for (int query = 0; query < shown(); query++) {
      for (int key = 0; key < shown(); key++) {
        float weight = exemplar.attention()[query * n + key];
        if (weight >= FAINTEST) {
          String opacity = String.format(Locale.ROOT, "%.2f", weight);
          lines.add(new Line(decimal(y(query)), decimal(y(key)), opacity));
        }
      }
    }
    return lines;
  }

  private int shown() {
    return Math.min(MOST_TOKENS, exemplar.tokens().size());
  }

  private double y(int token) {
    return TOP + ROW * token + (exemplar.segments()[token] > 0 ? SENTENCE_GAP : 0);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
