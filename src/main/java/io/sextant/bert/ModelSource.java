package io.sextant.bert;

import io.sextant.fault.BadInputException;

/** Reads a checkpoint. There is one implementation for each layout. */
public interface ModelSource {

  /**
   * Reads and checks the whole checkpoint: the name, type, shape, place and values of every tensor,
   * its checksum if the layout has checksums, and the size of the vocabulary.
   *
   * @throws BadInputException if the checkpoint cannot be used; the message names the file or
   *     tensor at fault
   * @throws java.io.UncheckedIOException if a file cannot be read
   */
  BertModel read();
}
