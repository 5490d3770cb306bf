package io.sextant.job.run;

import io.sextant.config.InputSettings;
import io.sextant.config.ProfileSettings;
import io.sextant.fault.BadInputException;
import io.sextant.table.RunManifest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What makes two runs the same run: all that decides the bytes of its tables. That is the model,
 * the input, which roles its columns have, the engine with its instruction set and threads, and the
 * settings that decide numbers. The locale, the machine and the paths are no part of it, but for
 * the files that rows lie in: the table of rejects names them, so they are part of what a chunk
 * carries.
 */
public final class RunIdentity {
  private RunIdentity() {}

  /**
   * A hash of it all.
   *
   * @param maskedLmFingerprint null where the masked-LM head is not used
   */
  public static String of(
      String modelFingerprint,
      String maskedLmFingerprint,
      String inputFingerprint,
      RunManifest.Engine engine,
      ProfileSettings settings) {
    InputSettings input = settings.input();
    return hash(
        "tables " + RunManifest.TABLES_VERSION,
        modelFingerprint,
        String.valueOf(maskedLmFingerprint),
        inputFingerprint,
        "has id " + (input.id() != null) + ", has group " + (input.group() != null),
        engine.backend(),
        engine.precision(),
        engine.isa(),
        String.valueOf(engine.threads()),
        settings.science().toString());
  }

  /** What a chunk of a run carries: its run, and the files that the run's rows lie in. */
  public static String ofChunks(String runId, String placement) {
    return runId + "-" + hash(placement);
  }

  private static String hash(String... parts) {
    return HexFormat.of().formatHex(DigestUtils.sha256(String.join("\n", parts)), 0, 8);
  }

  /**
   * Holds a run against the one that is to be resumed.
   *
   * @throws BadInputException naming what differs, if it is another run
   */
  static void check(RunManifest before, RunManifest now, String where) {
    if (before.runId().equals(now.runId())
        && Objects.equals(before.input().placement(), now.input().placement())) {
      return;
    }
    List<String> differences = new ArrayList<>();
    compare(differences, "model", before.model().fingerprint(), now.model().fingerprint());
    compare(
        differences,
        "masked-LM head",
        before.model().maskedLmFingerprint(),
        now.model().maskedLmFingerprint());
    compare(differences, "input", before.input().fingerprint(), now.input().fingerprint());
    if (differences.isEmpty()) {
      compare(
          differences,
          "the files that the rows lie in (fingerprint)",
          before.input().placement(),
          now.input().placement());
    }
    compare(differences, "engine", before.engine(), now.engine());
    Map<String, Object> then = before.configuration();
    TreeSet<String> keys = new TreeSet<>(then.keySet());
    keys.addAll(now.configuration().keySet());
    for (String key : keys) {
      compare(
          differences,
          key,
          String.valueOf(then.get(key)),
          String.valueOf(now.configuration().get(key)));
    }
    throw new BadInputException(
        "cannot resume " + where + ", it is another run: " + String.join("; ", differences));
  }

  private static void compare(List<String> differences, String what, Object then, Object now) {
    if (!Objects.equals(then, now)) {
      differences.add(what + " was " + then + ", is " + now);
    }
  }
}
