package io.sextant.attention;

import io.sextant.bert.BertModel;
import io.sextant.fault.BadInputException;
import io.sextant.fault.UsageException;
import java.util.Collection;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * A way to run BERT on this machine. Backends are found through {@link ServiceLoader}: a new one is
 * a package with an implementation, and a line in {@code
 * META-INF/services/io.sextant.attention.Backend}.
 */
public interface Backend {

  /** The name that the {@code --backend} option uses. */
  String name();

  /**
   * Loads the native libraries, without choosing their instruction set.
   *
   * @throws BadInputException if there are none for this platform
   */
  void requireLibrary();

  /**
   * The precision that runs when this one is asked for: itself, or for {@link Precision#AUTO} the
   * backend's choice. A run settles it once, so that all its tasks compute alike.
   *
   * @param isa the instruction set that the kernels are to use
   * @throws BadInputException if the backend or the instruction set cannot run it; the message says
   *     what to choose
   */
  Precision settle(Precision precision, String isa);

  /**
   * The instruction set that the kernels use in this process, which settles it: kernels of
   * different sets round differently.
   */
  String isa();

  /** The best instruction set of this machine's processor; nothing is settled by asking. */
  String processorIsa();

  /**
   * The instruction set that gives the same bits on machines of these.
   *
   * @throws BadInputException if there is none
   */
  String commonIsa(Collection<String> isas);

  /** Whether a processor of this instruction set also has another. */
  boolean includes(String isa, String other);

  /**
   * The name by which run.json records an instruction set.
   *
   * @throws BadInputException if there is no such set
   */
  String isaNamed(String name);

  /**
   * Makes the kernels of this process use this instruction set; to be called before the first.
   *
   * @throws BadInputException if they cannot
   */
  void useIsa(String isa);

  /**
   * Brings a model's weights into the backend's form.
   *
   * @param precision as {@link #settle} takes it
   * @throws BadInputException if the backend or the processor cannot run the precision
   */
  AttentionModel open(BertModel model, Precision precision);

  /**
   * The backend of that name.
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
