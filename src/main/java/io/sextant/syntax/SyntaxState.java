package io.sextant.syntax;

import io.sextant.bert.LayerWindows;
import io.sextant.table.row.HeadCoreference;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.HeadPos;
import io.sextant.table.row.HeadRelation;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** The mergeable sums of all annotated pairs. The state is empty if no pair is annotated. */
public final class SyntaxState {
  final LayerWindows windows;
  final int headsPerLayer;
  final Accuracies relations;
  final TagShares tags;
  final Accuracies coreference;
  long words;
  long mismatchedWords;

  /**
   * Creates the state of no pairs, for a model of a shape. The baselines of relations and
   * coreference are those of each window, one after the other.
   */
  public SyntaxState(LayerWindows windows, int headsPerLayer) {
    this.windows = windows;
    this.headsPerLayer = headsPerLayer;
    this.relations = new Accuracies(heads(), RelationProbe.OFFSETS * windows.count());
    this.tags = new TagShares(heads(), windows.count());
    this.coreference = new Accuracies(heads(), windows.count());
  }

  /** Returns the index of the window of a head's layer. */
  int window(int head) {
    return windows.index(head / headsPerLayer);
  }

  /** Returns the number of heads of all layers. */
  int heads() {
    return windows.layers() * headsPerLayer;
  }

  /** Returns the key of a head, given its number over all layers. */
  HeadKey head(String runId, int head) {
    return new HeadKey(runId, head / headsPerLayer, head % headsPerLayer);
  }

  /** Returns the number of syntactic words of the profiled pairs. */
  public long words() {
    return words;
  }

  /**
   * Returns the number of words that the model's words do not separate, or that are not in the
   * text.
   */
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

  /** Reads a state that {@link #write} wrote and adds it to this one. */
  public void mergeFrom(DataInput in) throws IOException {
    words += in.readLong();
    mismatchedWords += in.readLong();
    relations.mergeFrom(in);
    tags.mergeFrom(in);
    coreference.mergeFrom(in);
  }

  /** Returns the rows of {@code head_relations}, ordered by relation, direction, layer and head. */
  public List<HeadRelation> relations(String runId) {
    return SyntaxTables.relations(runId, this);
  }

  /** Returns the rows of {@code head_pos}, ordered by tag, layer and head. */
  public List<HeadPos> partsOfSpeech(String runId) {
    return SyntaxTables.partsOfSpeech(runId, this);
  }

  /** Returns the rows of {@code head_coreference}, ordered by layer and head. */
  public List<HeadCoreference> coreference(String runId) {
    return SyntaxTables.coreference(runId, this);
  }
}
