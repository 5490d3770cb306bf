package io.sextant.profile.relation;

import io.sextant.text.EncodedPair;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Counts the tokens of the profiled pairs, delimiters excluded, and the unknown tokens among them.
 */
public final class TokenCounts {
  private long tokens;
  private long unknown;

  /** Returns the number of tokens of both sentences. */
  public long tokens() {
    return tokens;
  }

  /** Returns the number of tokens that are [UNK], or the tokenizer's equivalent. */
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

  /** Merges counts that {@link #write} wrote into these. */
  public void mergeFrom(DataInput in) throws IOException {
    tokens += in.readLong();
    unknown += in.readLong();
  }
}
