package io.sextant.bert;

import io.sextant.fault.BadInputException;

/** A place that a checkpoint can be read from: one implementation per layout. */
public interface ModelSource {

  /**
   * Reads the checkpoint and checks all of it: every tensor's name, type, shape, place, checksum
   * (where the layout has any) and values, and the vocabulary against the embedding table.
   *
   * @throws BadInputException if it cannot be used; the message names the file or tensor at fault
   * @throws java.io.UncheckedIOException if a file cannot be read
   */
  BertModel read();
}
