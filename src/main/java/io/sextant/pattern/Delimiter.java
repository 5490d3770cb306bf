package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pattern {@code delimiter}. {@code all} has all delimiters as targets, {@code cls}, {@code
 * first_sep} and {@code second_sep} have one kind each, and {@code sep} has every [SEP]. A single
 * sentence has no second [SEP]. Other models have the delimiters of their tokenizer: in RoBERTa's
 * {@code <s> A </s></s> B </s>}, the two in the middle are the first [SEP].
 */
final class Delimiter implements AttentionPattern {
  @Override
  public String key() {
    return "delimiter";
  }

  @Override
  public List<Targets> targets(AnnotatedPair pair) {
    return of(pair.encoded(), Positions.content(pair.encoded()));
  }

  @Override
  public List<Targets> clarkTargets(AnnotatedPair pair, List<Targets> own) {
    return of(pair.encoded(), Positions.all(pair.encoded()));
  }

  private static List<Targets> of(EncodedPair pair, int[] queries) {
    int[] cls = {0};
    int[] first =
        IntStream.range(
                pair.firstSep(), pair.hasSecondSentence() ? pair.secondStart() : pair.size())
            .toArray();
    int[] second = pair.hasSecondSentence() ? new int[] {pair.size() - 1} : new int[0];
    int[] either = join(first, second);
    return List.of(
        Targets.shared(queries, join(cls, either)),
        Targets.shared(queries, cls),
        Targets.shared(queries, first),
        second.length == 0 ? Targets.NONE : Targets.shared(queries, second),
        Targets.shared(queries, either));
  }

  private static int[] join(int[] a, int[] b) {
    return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
  }
}
