package io.sextant.job;

import io.sextant.config.ProfileSettings;
import io.sextant.fault.BadInputException;
import io.sextant.table.RunManifest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What makes two runs the same run: model, input, engine, and the settings that decide numbers. */
final class RunIdentity {
  private RunIdentity() {}

  /**
   * A hash of it all.
   *
   * @param maskedLmFingerprint null where the masked-LM head is not used
   */
  static String of(
      String modelFingerprint,
      String maskedLmFingerprint,
      String inputFingerprint,
      String backend,
      String precision,
      ProfileSettings settings) {
    String all =
        String.join(
            "\n",
            modelFingerprint,
            String.valueOf(maskedLmFingerprint),
            inputFingerprint,
            backend,
            precision,
            settings.science().toString());
    return HexFormat.of().formatHex(InputRow.sha256(all), 0, 8);
  }

  /**
   * Holds a run against the one that is to be resumed.
   *
   * @throws BadInputException naming what differs, if it is another run
   */
  static void check(RunManifest before, RunManifest now, String where) {
    if (before.runId().equals(now.runId())) {
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
