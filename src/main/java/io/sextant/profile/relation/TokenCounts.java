package io.sextant.profile.relation;

import io.sextant.text.EncodedPair;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Tokens of the pairs profiled, delimiters aside, and those that stand for unknown text. */
public final class TokenCounts {
  private long tokens;
  private long unknown;

  /** Tokens of both sentences. */
  public long tokens() {
    return tokens;
  }

  /** Of these, tokens that are [UNK], or what the tokenizer has for it. */
  public long unknown() {
    return unknown;
  }

  public void add(EncodedPair pair, int unknownId) {
    for (int position = 0; position < pair.size(); position++) {
      if (!pair.isDelimiter(position)) {
        tokens++;
        unknown += pair.ids()[position] == unknownId ? 1 : 0;
      }
    }
  }

  public void merge(TokenCounts other) {
    tokens += other.tokens;
    unknown += other.unknown;
  }

  public void write(DataOutput out) throws IOException {
    out.writeLong(tokens);
    out.writeLong(unknown);
  }

  /** Adds what {@link #write} wrote. */
  public void mergeFrom(DataInput in) throws IOException {
    tokens += in.readLong();
    unknown += in.readLong();
  }
}
