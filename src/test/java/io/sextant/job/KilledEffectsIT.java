package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.GoldenModel;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Kills and interrupts a process while it measures the effects of heads. Heads of random weights
 * have labels here, because the cuts are low.
 */
@Timeout(900)
class KilledEffectsIT extends SparkTest {
  private static final int PAIRS = 400;
  private static final int PARTS = PAIRS / 2;
  private static final List<String> MEASURED =
      List.of("--effect-pairs", String.valueOf(PAIRS), "--effects", "all");
  private static final Map<String, Object> LENIENT =
      Map.of(
          "model",
          GoldenModel.maskedLm("roberta").toString(),
          "input.id",
          "id",
          "grades.min-pairs",
          20,
          "grades.min-queries",
          20,
          "grades.consistency",
          0,
          "grades.q-value",
          1,
          "grades.mark.present.share",
          .1,
          "grades.mark.present.lift",
          .5);

  @Test
  void aProfileThatIsKilledAmongItsEffectsIsResumedToTheSameBytes() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(PAIRS));
    whole(input);
    try (Child child = start("killed.log", profile(input, "run"))) {
      child.killWhen("a part", () -> committed() > 0);
    }
    int before = committed();
    assertThat(before).isBetween(1, PARTS - 1);
    assertThat(manifest("run").status()).isEqualTo("writing");
    List<String> resumed = profile(input, "run");
    resumed.add("--resume");
    measuresTheRest(before, resumed);
  }

  @Test
  void effectsOfAFinishedRunThatAreInterruptedAndKilledGoOnToTheSameBytes() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(PAIRS));
    whole(input);
    run(TWO_CORES, input, "run", LENIENT);
    List<String> effects = new ArrayList<>(List.of("effects", "--run", path("run")));
    effects.addAll(MEASURED);

    int first;
    try (Child child = start("interrupted.log", effects)) {
      child.await("a part", () -> committed() > 0);
      child.interrupt();
      assertThat(child.exit()).as(child.said()).isNotZero();
      assertThat(child.said()).contains("interrupted: the same command continues");
      first = committed();
    }
    assertThat(first).isBetween(1, PARTS - 1);
    assertThat(manifest("run").status()).isEqualTo("succeeded");
    assertThat(manifest("run").effects()).isNull();
    assertThat(folder.resolve("run/_lease")).doesNotExist();

    int second;
    try (Child child = start("killed.log", effects)) {
      child.killWhen("more parts", () -> committed() > first);
      second = committed();
      assertThat(child.said()).contains(left(first));
    }
    assertThat(second).isBetween(first + 1, PARTS - 1);

    measuresTheRest(second, effects);
  }

  private void whole(Path input) {
    Map<String, Object> flags = new HashMap<>(LENIENT);
    flags.putAll(Map.of("effects.pairs", PAIRS, "effects.heads", "all"));
    run(TWO_CORES, input, "whole", flags);
  }

  /** Runs a process to its end, which must measure what is left and give the same bytes. */
  private void measuresTheRest(int before, List<String> arguments) {
    try (Child child = start("rest.log", arguments)) {
      assertThat(child.exit()).as(child.said()).isZero();
      assertThat(child.said()).contains(left(before));
    }
    assertThat(manifest("run").status()).isEqualTo("succeeded");
    assertThat(manifest("run").effects()).isEqualTo(manifest("whole").effects());
    assertThat(tables("run")).isEqualTo(tables("whole"));
    assertThat(folder.resolve("run/_effects")).doesNotExist();
  }

  /** Returns what a process says that finds some parts measured. */
  private static String left(int committed) {
    return "effects: " + (PAIRS - 2 * committed) + " pairs, each with ";
  }

  /** Returns the arguments of a process that gives the bytes of a run with {@link #LENIENT}. */
  private List<String> profile(Path input, String output) {
    List<String> arguments = new ArrayList<>(List.of("profile", "--input", input.toString()));
    arguments.addAll(List.of("--output", path(output)));
    LENIENT.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    arguments.addAll(MEASURED);
    return arguments;
  }

  private Child start(String log, List<String> arguments) {
    return Child.start(
        folder.resolve(log), Map.of(), Javas.sextant(arguments.toArray(String[]::new)));
  }

  private int committed() {
    try (Stream<Path> files = Files.list(folder.resolve("run/_effects"))) {
      return (int) files.filter(file -> file.getFileName().toString().startsWith("part-")).count();
    } catch (IOException e) {
      return 0;
    }
  }

  private String path(String output) {
    return folder.resolve(output).toString();
  }

  private RunManifest manifest(String output) {
    return RunDirectory.at(path(output), new Configuration()).manifest();
  }
}
