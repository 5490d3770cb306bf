package io.sextant.view;

import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import io.sextant.fault.UsageException;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.List;
import java.util.Locale;

/** The one sentence, or two, that a view shows. */
public final class ViewedPair {
  private ViewedPair() {}

  /**
   * Checks the number of sentences.
   *
   * @throws UsageException if there are not one or two
   */
  public static void check(List<String> sentences) {
    if (sentences.isEmpty() || sentences.size() > 2) {
      throw new UsageException(
          "view takes one sentence or two, found " + sentences.size() + ": put each in quotes");
    }
  }

  /**
   * Cuts the sentences into the model's tokens.
   *
   * @throws BadInputException if a sentence has no tokens, or they are too many for the model
   */
  public static EncodedPair encode(BertModel model, List<String> sentences) {
    String second = sentences.size() > 1 ? sentences.get(1) : null;
    try (PairEncoder encoder = new PairEncoder(model, model.config().positions())) {
      EncodedPair pair = encoder.encode(new SentencePair("view", null, sentences.get(0), second));
      for (int segment = 0; segment < sentences.size(); segment++) {
        if (!pair.hasContent(segment)) {
          throw new BadInputException(
              "sentence " + (segment + 1) + " has no tokens for the model: write words");
        }
      }
      if (pair.truncated() > 0) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "the sentences are %d tokens too long for the model, which takes %d: shorten them",
                pair.truncated(),
                model.config().positions()));
      }
      return pair;
    }
  }
}
