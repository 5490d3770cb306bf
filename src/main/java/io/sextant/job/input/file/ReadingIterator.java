package io.sextant.job.input.file;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** An iterator over the elements that {@link #read} returns until it returns null. */
public abstract class ReadingIterator<T> implements Iterator<T> {
  private T next;
  private boolean isRead;

  /** Returns the next element; null at the end. */
  protected abstract T read();

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
