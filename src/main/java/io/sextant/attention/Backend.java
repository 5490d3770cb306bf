package io.sextant.attention;

import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import io.sextant.fault.UsageException;
import java.util.Collection;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * An implementation of BERT's encoder on this machine. Backends are found through {@link
 * ServiceLoader}. A new one needs a package with an implementation of this interface, and a line in
 * {@code META-INF/services/io.sextant.attention.Backend}.
 */
public interface Backend {

  /** Returns the name that the {@code --backend} option uses. */
  String name();

  /**
   * Loads the native libraries, without fixing their instruction set.
   *
   * @throws BadInputException if there are none for this platform
   */
  void requireLibrary();

  /**
   * Returns the precision to run with: the given one, or the backend's choice for {@link
   * Precision#AUTO}. A run calls this once, so that all its tasks use the same precision.
   *
   * @param isa the instruction set that the kernels will use
   * @throws BadInputException if the backend or the instruction set does not support the precision;
   *     the message says what to choose
   */
  Precision settle(Precision precision, String isa);

  /**
   * Returns the instruction set of the kernels in this process. After the call it cannot be changed
   * any more. Kernels of different instruction sets round differently.
   */
  String isa();

  /** Returns the best instruction set of this machine's processor, without fixing the kernels'. */
  String processorIsa();

  /**
   * Returns an instruction set with which machines that have the given sets compute the same bits.
   *
   * @throws BadInputException if there is none
   */
  String commonIsa(Collection<String> isas);

  /** Returns whether every processor with one instruction set also has another. */
  boolean includes(String isa, String other);

  /**
   * Returns the name by which run.json records an instruction set.
   *
   * @throws BadInputException if there is no such instruction set
   */
  String isaNamed(String name);

  /**
   * Makes the kernels of this process use an instruction set. This must be called before the first
   * kernel is created.
   *
   * @throws BadInputException if they cannot use it
   */
  void useIsa(String isa);

  /**
   * Converts a model's weights to the backend's format.
   *
   * @param precision a precision that {@link #settle} accepts
   * @throws BadInputException if the backend or the processor does not support the precision
   */
  AttentionModel open(BertModel model, Precision precision);

  /**
   * Returns the backend of a name.
   *
   * @throws UsageException if there is none; the message names the choices
   */
  static Backend of(String name) {
    var backends = ServiceLoader.load(Backend.class, Backend.class.getClassLoader());
    for (Backend backend : backends) {
      if (backend.name().equals(name)) {
        return backend;
      }
    }
    throw new UsageException(
        String.format(
            Locale.ROOT,
            "unknown backend \"%s\": choose one of %s",
            name,
            backends.stream()
                .map(provider -> provider.get().name())
                .sorted()
                .collect(Collectors.joining(", "))));
  }
}
