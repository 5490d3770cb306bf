package io.sextant.syntax;

import io.sextant.table.row.HeadCoreference;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.HeadPos;
import io.sextant.table.row.HeadRelation;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** All that is kept of annotated pairs. Mergeable; empty where nothing is annotated. */
public final class SyntaxState {
  private static final int NEAREST_MENTION = 1;

  final int layers;
  final int headsPerLayer;
  final Accuracies relations;
  final TagShares tags;
  final Accuracies coreference;
  long words;
  long mismatchedWords;

  /** The state of no pairs, for a model of that shape. */
  public SyntaxState(int layers, int headsPerLayer) {
    this.layers = layers;
    this.headsPerLayer = headsPerLayer;
    this.relations = new Accuracies(heads(), RelationProbe.OFFSETS);
    this.tags = new TagShares(heads());
    this.coreference = new Accuracies(heads(), NEAREST_MENTION);
  }

  /** Heads of all layers. */
  int heads() {
    return layers * headsPerLayer;
  }

  /** The head of that number over all layers. */
  HeadKey head(String runId, int head) {
    return new HeadKey(runId, head / headsPerLayer, head % headsPerLayer);
  }

  /** Syntactic words of the pairs profiled. */
  public long words() {
    return words;
  }

  /** Of these, words that the model's tokens do not keep apart, or that are not in the text. */
  public long mismatchedWords() {
    return mismatchedWords;
  }

  public void write(DataOutput out) throws IOException {
    out.writeLong(words);
    out.writeLong(mismatchedWords);
    relations.write(out);
    tags.write(out);
    coreference.write(out);
  }

  /** Adds a state that {@link #write} wrote. */
  public void mergeFrom(DataInput in) throws IOException {
    words += in.readLong();
    mismatchedWords += in.readLong();
    relations.mergeFrom(in);
    tags.mergeFrom(in);
    coreference.mergeFrom(in);
  }

  /** Rows of {@code head_relations}: by relation, direction, layer, head. */
  public List<HeadRelation> relations(String runId) {
    return SyntaxTables.relations(runId, this);
  }

  /** Rows of {@code head_pos}: by tag, layer, head. */
  public List<HeadPos> partsOfSpeech(String runId) {
    return SyntaxTables.partsOfSpeech(runId, this);
  }

  /** Rows of {@code head_coreference}: by layer, head. */
  public List<HeadCoreference> coreference(String runId) {
    return SyntaxTables.coreference(runId, this);
  }
}
