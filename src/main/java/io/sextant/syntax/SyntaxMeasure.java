package io.sextant.syntax;

import io.sextant.profile.PairMeasure;
import io.sextant.profile.UnfitPairException;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.util.List;
import java.util.Locale;

/** Compares the attention maps of annotated pairs with their annotation, and adds to a state. */
public final class SyntaxMeasure implements PairMeasure {
  private final double maxMismatch;
  private final SyntaxState state;
  private final SyntaxFold fold;

  /**
   * Creates a measure that adds to a state.
   *
   * @param maxMismatch the greatest part, 0 to 1, of a pair's annotated words that may not fit the
   *     text; with more, the pair is rejected
   */
  public SyntaxMeasure(double maxMismatch, SyntaxState state) {
    this.maxMismatch = maxMismatch;
    this.state = state;
    this.fold = new SyntaxFold(state);
  }

  @Override
  public void check(EncodedPair pair) {
    WordAlignment units = units(pair);
    mentions(pair);
    if (units.mismatched > maxMismatch * units.words) {
      throw new UnfitPairException(
          RejectReason.MISALIGNED_ANNOTATION,
          String.format(
              Locale.ROOT,
              "%d of %d words of the annotation do not fit the words of the text, '%s' first: more than linguistics.max-mismatch %s allows",
              units.mismatched,
              units.words,
              units.firstMismatch,
              maxMismatch));
    }
  }

  @Override
  public Reading open(EncodedPair pair) {
    return new SyntaxReading(
        state, fold, units(pair), new CoreferenceProbe(pair, mentions(pair)), pair.pair().group());
  }

  @Override
  public void finish() {
    fold.finish();
  }

  private WordAlignment units(EncodedPair encoded) {
    SentencePair pair = encoded.pair();
    Annotation annotation = pair.annotation();
    return new WordAlignment(
        encoded,
        parse(annotation.sentenceA(), pair.sentenceA()),
        parse(annotation.sentenceB(), pair.sentenceB()));
  }

  private List<Mention> mentions(EncodedPair pair) {
    String mentions = pair.pair().annotation().mentions();
    return mentions == null ? List.of() : Mentions.parse(mentions, pair.pair().sentenceA());
  }

  private static AnnotatedSentence parse(String block, String text) {
    return block == null ? null : Conllu.parse(block, text);
  }
}
