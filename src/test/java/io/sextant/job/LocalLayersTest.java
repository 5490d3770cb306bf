package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.GoldenModel;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadOffset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** Profiles a ModernBERT, of whose three layers the last two are local. */
class LocalLayersTest extends SparkTest {
  private static final int REACH = 5;

  private static final Map<String, Object> FLAGS =
      Map.of(
          "input.id",
          "id",
          "patterns",
          List.of("next", "delimiter"),
          "model",
          GoldenModel.MODERNBERT.directory().toString());

  @Test
  void aRunNamesItsLocalLayersAndCountsNoOffsetThatTheyCannotSee() throws IOException {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(30));
    RunManifest manifest = run(TWO_CORES, input, "run", FLAGS);
    assertThat(manifest.windows()).isEqualTo(Arrays.asList(null, REACH, REACH));
    assertThat(Files.readString(folder.resolve("run/run.json")).replaceAll("\\s", ""))
        .contains("\"windows\":[null,5,5]");
    List<HeadOffset> offsets =
        RunDirectory.at(folder.resolve("run").toString(), new Configuration())
            .read(Table.HEAD_OFFSETS);
    assertThat(offsets).filteredOn(row -> row.layer() > 0).isNotEmpty();
    assertThat(offsets)
        .filteredOn(row -> row.layer() > 0 && row.unit().equals("token"))
        .allSatisfy(row -> assertThat(Math.abs(row.offset())).isLessThanOrEqualTo(REACH));
    assertThat(offsets)
        .filteredOn(row -> row.layer() == 0 && row.unit().equals("token"))
        .anySatisfy(row -> assertThat(Math.abs(row.offset())).isGreaterThan(REACH));
  }

  @Test
  void aRunOfLocalLayersHasTheSameTablesOnOneCoreOrTwo() throws Exception {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(30));
    run("local[1]", input, "one", FLAGS);
    run(TWO_CORES, input, "two", FLAGS);
    assertThat(tables("two")).isEqualTo(tables("one"));
  }
}
