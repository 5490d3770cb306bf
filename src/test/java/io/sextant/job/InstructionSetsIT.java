package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Processors with different instruction sets do not mix their bits in one run, neither one after
 * the other nor in one cluster.
 */
@Timeout(1800)
class InstructionSetsIT extends SparkTest {
  /** An environment that makes this processor appear as a weaker one. */
  private static final Map<String, String> WEAK = Map.of("ONEDNN_MAX_CPU_ISA", "SSE41");

  private Path input;

  @BeforeEach
  void write() {
    input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(100));
  }

  @Test
  void aRunGoesOnOnAnotherProcessorWithItsOwnInstructionsOrNotAtAll() {
    profile("asked", Map.of(), 0, "--isa", "sse41");
    profile("run", WEAK, 4, "--max-chunks", "1");
    profile("run", Map.of(), 0, "--resume");
    assertThat(manifest("run").engine().isa()).isEqualTo("sse41");
    assertThat(tables("run")).isEqualTo(tables("asked"));

    profile("strong", Map.of(), 4, "--max-chunks", "1");
    String strong = manifest("strong").engine().isa();
    assertThat(profile("strong", WEAK, 2, "--resume"))
        .contains("another run", "isa=" + strong, "isa=sse41");
    assertThat(manifest("strong").runId()).isNotEqualTo(manifest("run").runId());
  }

  @Test
  void theExecutorsOfAClusterUseWhatTheWeakestHas() {
    profile("asked", Map.of(), 0, "--isa", "sse41");
    try (StandaloneCluster cluster = new StandaloneCluster(folder.resolve("cluster"), WEAK)) {
      submit(cluster, "mixed", 0);
      assertThat(manifest("mixed").engine().isa()).isEqualTo("sse41");
      assertThat(tables("mixed")).isEqualTo(tables("asked"));
      assertThat(submit(cluster, "refused", 2, "--isa", "avx2"))
          .contains("--isa avx2: these hosts do not have it: 127.0.0.2 (sse41)");
      assertThat(folder.resolve("refused")).doesNotExist();
    }
  }

  private String submit(StandaloneCluster cluster, String output, int exit, String... more) {
    List<String> both = List.of("--total-executor-cores", "4");
    try (Child child = cluster.submit(output, both, arguments(output, more))) {
      assertThat(child.exit()).as(child.said()).isEqualTo(exit);
      return child.said();
    }
  }

  private String profile(String output, Map<String, String> environment, int exit, String... more) {
    Path log = folder.resolve(output + "-" + String.join("", more) + ".log");
    List<String> command = Javas.sextant(arguments(output, more).toArray(String[]::new));
    try (Child child = Child.start(log, environment, command)) {
      assertThat(child.exit()).as(child.said()).isEqualTo(exit);
      return child.said();
    }
  }

  private List<String> arguments(String output, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "profile",
                "--model",
                model().toString(),
                "--input",
                input.toString(),
                "--output",
                folder.resolve(output).toString(),
                "--precision",
                "f32",
                "--patterns",
                "next"));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private RunManifest manifest(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration()).manifest();
  }
}
