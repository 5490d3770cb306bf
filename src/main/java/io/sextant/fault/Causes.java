package io.sextant.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds the causes of an error. */
public final class Causes {
  private Causes() {}

  /**
   * Returns the error, its cause, the cause of that and so on. Each is returned once, even if the
   * causes form a cycle.
   */
  public static List<Throwable> of(Throwable error) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> causes = new ArrayList<>();
    for (Throwable t = error; t != null && seen.add(t); t = t.getCause()) {
      causes.add(t);
    }
    return causes;
  }

  /** Returns the first of an error and its causes that has a type; null if there is none. */
  public static <T extends Throwable> T find(Throwable error, Class<T> kind) {
    return of(error).stream().filter(kind::isInstance).map(kind::cast).findFirst().orElse(null);
  }
}
