package io.sextant.job.run;

import io.sextant.config.InputSettings;
import io.sextant.config.ProfileSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.executor.TaskSettings;
import io.sextant.table.RunManifest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The identity of a run: a hash of everything that determines the bytes of its tables. This is the
 * model, the input, the roles of its columns, the engine with its instruction set and threads, and
 * the settings that affect numbers. The locale, the machine and the paths are not part of it. The
 * exception are the input's files, which the table of rejects names; they are part of the identity
 * that every chunk carries.
 */
public final class RunIdentity {
  private RunIdentity() {}

  /** Returns the id of a run. The checkpoint's path is not part of it. */
  public static String of(
      TaskSettings.Checkpoint checkpoint,
      String inputFingerprint,
      RunManifest.Engine engine,
      ProfileSettings settings) {
    InputSettings input = settings.input();
    return hash(
        "tables " + RunManifest.TABLES_VERSION,
        checkpoint.fingerprint(),
        String.valueOf(checkpoint.maskedLmFingerprint()),
        String.valueOf(checkpoint.taskHeadFingerprint()),
        inputFingerprint,
        "has id " + (input.id() != null) + ", has group " + (input.group() != null),
        engine.backend(),
        engine.precision(),
        engine.isa(),
        String.valueOf(engine.threads()),
        settings.science().toString());
  }

  /** Returns the identity of a run's chunks: the run's id with a hash of the rows' files. */
  public static String ofChunks(String runId, String placement) {
    return runId + "-" + hash(placement);
  }

  private static String hash(String... parts) {
    return HexFormat.of().formatHex(DigestUtils.sha256(String.join("\n", parts)), 0, 8);
  }

  /**
   * Checks that a run is the one to resume.
   *
   * @throws BadInputException if it is another run; the message names the differences
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
    compare(differences, "task head", taskHead(before), taskHead(now));
    compare(differences, "input", before.input().fingerprint(), now.input().fingerprint());
    if (differences.isEmpty()) {
      compare(
          differences,
          "the fingerprint of the rows with their files",
          before.input().placement(),
          now.input().placement());
    }
    compare(differences, "engine", before.engine(), now.engine());
    compareSettings(differences, before.configuration(), now.configuration());
    throw new BadInputException(
        "cannot resume " + where + ", it is another run: " + String.join("; ", differences));
  }

  /**
   * Checks that effects are measured with what a run was profiled with.
   *
   * @param id the id that the run would have here
   * @param engine the engine here
   * @param science the settings here that are part of the identity
   * @throws BadInputException if the run has another id; the message names the differences
   */
  public static void requireForEffects(
      RunManifest before, String id, RunManifest.Engine engine, Map<String, Object> science) {
    if (id.equals(before.runId())) {
      return;
    }
    List<String> differences = new ArrayList<>();
    compare(differences, "engine", before.engine(), engine);
    compareSettings(differences, ProfileSettings.science(before.configuration()), science);
    throw new BadInputException(
        "run "
            + before.runId()
            + " cannot be measured alike here: "
            + String.join("; ", differences)
            + "; profile again");
  }

  private static void compareSettings(
      List<String> differences, Map<String, Object> then, Map<String, Object> now) {
    TreeSet<String> keys = new TreeSet<>(then.keySet());
    keys.addAll(now.keySet());
    for (String key : keys) {
      compare(differences, key, String.valueOf(then.get(key)), String.valueOf(now.get(key)));
    }
  }

  private static String taskHead(RunManifest run) {
    return run.model().taskHead() == null ? null : run.model().taskHead().fingerprint();
  }

  private static void compare(List<String> differences, String what, Object then, Object now) {
    if (!Objects.equals(then, now)) {
      differences.add(what + " was " + then + ", is " + now);
    }
  }
}
