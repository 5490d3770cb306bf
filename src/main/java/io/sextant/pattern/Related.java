package io.sextant.pattern;

import io.sextant.linguistics.Tier;
import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Identical and related words in both sentences, for queries that are not punctuation. {@code all}
 * is the token itself and its related words; {@code self}, {@code within} its sentence and {@code
 * cross} part that set. What is not {@code self} is parted again by kind, see {@link RelatedParts};
 * the label stands there, for a head that looks at itself relates nothing. The other tokens of
 * one's own word belong to {@link PredictiveSubword}.
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
      for (int w = 0; w < words.size(); w++) {
        if (w == own) {
          all.add(i, i);
          self.add(i, i);
          continue;
        }
        if (pair.relations().between(own, w) != Tier.NONE) {
          Word word = words.get(w);
          boolean sameSentence = word.segment() == words.get(own).segment();
          for (Targets.Builder part : List.of(all, sameSentence ? within : cross)) {
            part.add(i, word.firstToken(), word.endToken());
          }
          otherWords.add(i, w);
        }
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
