package io.sextant.bert;

import java.io.Serializable;

/**
 * The keys that the queries of a layer can see: those at most {@code reach} positions before or
 * after the query. The weights of all others are exactly 0.
 *
 * @param reach at least 0; {@link Integer#MAX_VALUE} if every query sees all keys
 */
public record Window(int reach) implements Serializable {

  /** Every query sees all keys. */
  public static final Window FULL = new Window(Integer.MAX_VALUE);

  /** Returns whether there may be keys that a query cannot see. */
  public boolean isLocal() {
    return reach < Integer.MAX_VALUE;
  }

  /** Returns whether a query sees a key at a distance, which is key - query. */
  public boolean sees(int distance) {
    return Math.abs(distance) <= reach;
  }

  /** Returns the first key that a query sees. */
  public int first(int query) {
    return Math.max(0, query - reach);
  }

  /** Returns the key after the last of n that a query sees. */
  public int end(int query, int n) {
    return (int) Math.min(n, query + 1L + reach);
  }
}
