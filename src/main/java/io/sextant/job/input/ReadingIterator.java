package io.sextant.job.input;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** An iterator over what {@link #read} gives, until it gives null. */
abstract class ReadingIterator<T> implements Iterator<T> {
  private T next;
  private boolean isRead;

  /** The next element; null at the end. */
  abstract T read();

  @Override
  public boolean hasNext() {
    if (!isRead) {
      next = read();
      isRead = true;
    }
    return next != null;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    isRead = false;
    return next;
  }
}
