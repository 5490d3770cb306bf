package io.sextant.profile.exemplar;

import io.sextant.profile.state.NullableText;
import io.sextant.text.SentencePair;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A sentence pair inside a state. */
final class PairIo {
  private PairIo() {}

  static void write(DataOutput out, SentencePair pair) throws IOException {
    NullableText.write(out, pair.id());
    NullableText.write(out, pair.group());
    NullableText.write(out, pair.sentenceA());
    NullableText.write(out, pair.sentenceB());
  }

  static SentencePair read(DataInput in) throws IOException {
    return new SentencePair(
        NullableText.read(in), NullableText.read(in), NullableText.read(in), NullableText.read(in));
  }
}
