package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The pattern {@code related_other}: identical and related words in the other sentence. Queries
 * without such a word are not eligible. {@code all} is divided by kind, see {@link RelatedParts},
 * and by direction; heads are graded by content words. The pattern does not apply to single
 * sentences, nor to pairs whose two sentences have the same words. In such pairs each word's
 * counterpart has the same index, so that a head that attends by position would appear to relate
 * words.
 */
final class RelatedOther implements AttentionPattern {
  @Override
  public String key() {
    return "related_other";
  }

  @Override
  public List<Targets> targets(AnnotatedPair pair) {
    EncodedPair encoded = pair.encoded();
    List<Word> words = encoded.words();
    if (!encoded.hasSecondSentence() || sameSentences(words)) {
      return Collections.nCopies(parts().size(), Targets.NONE);
    }
    Targets.Builder all = new Targets.Builder();
    Targets.Builder aToB = new Targets.Builder();
    Targets.Builder bToA = new Targets.Builder();
    RelatedParts kinds = new RelatedParts(pair);
    for (int i = 0; i < encoded.size(); i++) {
      if (encoded.isDelimiter(i) || encoded.isPunctuation(i)) {
        continue;
      }
      int own = encoded.wordOf()[i];
      int segment = words.get(own).segment();
      for (int w : pair.related(own)) {
        Word word = words.get(w);
        if (word.segment() != segment) {
          all.add(i, word.firstToken(), word.endToken());
          (segment == 0 ? aToB : bToA).add(i, word.firstToken(), word.endToken());
          kinds.add(i, w);
        }
      }
    }
    List<Targets> targets = new ArrayList<>();
    targets.add(all.build());
    targets.addAll(kinds.build());
    targets.add(aToB.build());
    targets.add(bToA.build());
    return targets;
  }

  private static boolean sameSentences(List<Word> words) {
    List<String> a = folded(words, 0);
    return a.size() * 2 == words.size() && a.equals(folded(words, 1));
  }

  private static List<String> folded(List<Word> words, int segment) {
    return words.stream()
        .filter(word -> word.segment() == segment)
        .map(word -> word.text().toLowerCase(Locale.ROOT))
        .toList();
  }
}
