package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * The pattern {@code related}: identical and related words in both sentences, for queries that are
 * not punctuation. The targets of {@code all} are the token itself and the tokens of related words.
 * {@code self}, {@code within} (the same sentence) and {@code cross} (the other sentence) divide
 * them. The targets outside {@code self} are also divided by kind, see {@link RelatedParts}. Heads
 * are graded by one of these kinds, because a head that attends to the query itself does not relate
 * words. The other tokens of the query's word belong to {@link PredictiveSubword}.
 */
final class Related implements AttentionPattern {
  @Override
  public String key() {
    return "related";
  }

  @Override
  public List<Targets> targets(AnnotatedPair pair) {
    EncodedPair encoded = pair.encoded();
    List<Word> words = encoded.words();
    Targets.Builder all = new Targets.Builder();
    Targets.Builder self = new Targets.Builder();
    Targets.Builder within = new Targets.Builder();
    Targets.Builder cross = new Targets.Builder();
    RelatedParts otherWords = new RelatedParts(pair);
    for (int i = 0; i < encoded.size(); i++) {
      if (encoded.isDelimiter(i) || encoded.isPunctuation(i)) {
        continue;
      }
      int own = encoded.wordOf()[i];
      for (int w : pair.related(own)) {
        if (w == own) {
          all.add(i, i);
          self.add(i, i);
          continue;
        }
        Word word = words.get(w);
        boolean sameSentence = word.segment() == words.get(own).segment();
        for (Targets.Builder part : List.of(all, sameSentence ? within : cross)) {
          part.add(i, word.firstToken(), word.endToken());
        }
        otherWords.add(i, w);
      }
    }
    List<Targets> targets = new ArrayList<>();
    for (Targets.Builder part : List.of(all, self, within, cross)) {
      targets.add(part.build());
    }
    targets.addAll(otherWords.build());
    return targets;
  }
}
