package io.sextant.job.chunk;

import io.sextant.profile.AttentionSample;
import io.sextant.profile.DistanceSums;
import io.sextant.profile.ProfileState;
import io.sextant.syntax.SyntaxState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the pairs of one or more chunks give; mergeable.
 *
 * @param profile the statistics of the heads
 * @param syntax the sums of the annotated pairs
 * @param distances the distances between heads, over the pairs that belong to their sample
 * @param sample the attention between words of those of the sample that are kept
 */
public record ChunkStates(
    ProfileState profile, SyntaxState syntax, DistanceSums distances, AttentionSample sample) {

  void write(DataOutput out) throws IOException {
    profile.write(out);
    syntax.write(out);
    distances.write(out);
    sample.write(out);
  }

  /** Merges states that {@link #write} wrote into these. */
  void mergeFrom(DataInput in) throws IOException {
    profile.mergeFrom(in);
    syntax.mergeFrom(in);
    distances.mergeFrom(in);
    sample.mergeFrom(in);
  }
}
