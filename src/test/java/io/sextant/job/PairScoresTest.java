package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;

class PairScoresTest extends SparkTest {
  private static final Map<String, Object> SCORES = Map.of("input.id", "id", "pair-scores", true);

  @Test
  void theyAddUpToTheMainTableAndAreTheSameOnOneCoreOrTwo() throws Exception {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(150));
    run("local[1]", input, "one", SCORES);
    run(TWO_CORES, input, "two", SCORES);
    assertThat(tables("two")).isEqualTo(tables("one")).containsKey("pair_scores");
    assertThat(files("one")).hasSize(5);
    String scores = parquet("one", Table.PAIR_SCORES);
    String patterns = parquet("one", Table.HEAD_PATTERNS);
    assertThat(
            duck(
                """
                select count(*) from (
                  select layer, head, pattern, part, count(*) n, sum(n_queries) q, avg(share) s
                  from '%s' group by all) scores
                full join (
                  from '%s' where stratum = 'all' and unit = 'token' and grade is not null) patterns
                using (layer, head, pattern, part)
                where n is distinct from n_clusters or q is distinct from n_queries
                  or abs(s - share_macro) > 1e-9 or s is null"""
                    .formatted(scores, patterns)))
        .containsExactly("0");
    assertThat(
            duck(
                """
                select count(*) from (
                  select pair_id, lag(pair_id) over (partition by filename order by file_row_number) as previous
                  from read_parquet('%s', filename = true, file_row_number = true))
                where previous > pair_id"""
                    .formatted(scores)))
        .containsExactly("0");
    assertThat(duck("select count(distinct pair_id) from '" + scores + "'")).containsExactly("150");
  }

  @Test
  void everyRowGroupHasABloomFilterOfItsPairs() throws Exception {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    run(TWO_CORES, input, "run", SCORES);
    for (Path file : files("run")) {
      List<String> ids = duck("select distinct pair_id from '" + file + "'");
      try (ParquetFileReader reader =
          ParquetFileReader.open(
              HadoopInputFile.fromPath(
                  new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
        ColumnChunkMetaData column =
            reader.getFooter().getBlocks().get(0).getColumns().stream()
                .filter(chunk -> chunk.getPath().toDotString().equals("pair_id"))
                .findFirst()
                .orElseThrow();
        BloomFilter filter = reader.readBloomFilter(column);
        assertThat(ids)
            .isNotEmpty()
            .allMatch(id -> filter.findHash(filter.hash(Binary.fromString(id))));
        assertThat(filter.findHash(filter.hash(Binary.fromString("no pair")))).isFalse();
      }
    }
  }

  @Test
  void aRunThatStoppedIsResumedToTheSameScores() throws Exception {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(150));
    run(TWO_CORES, input, "whole", SCORES);
    Map<String, Object> twoChunks = new HashMap<>(SCORES);
    twoChunks.put("max-chunks", 2);
    assertThatThrownBy(() -> run(TWO_CORES, input, "parts", twoChunks))
        .isInstanceOf(PartialRunException.class);
    assertThat(files("parts")).hasSize(2);
    // This is the file of a task that ended before its chunk was committed.
    Files.copy(files("parts").get(0), folder.resolve("parts/pair_scores/part-00004.zstd.parquet"));
    Map<String, Object> resume = new HashMap<>(twoChunks);
    resume.put("output.existing", "resume");
    assertThatThrownBy(() -> run(TWO_CORES, input, "parts", resume))
        .isInstanceOf(PartialRunException.class);
    assertThat(files("parts")).hasSize(4);
    resume.put("max-chunks", 0);
    run(TWO_CORES, input, "parts", resume);
    assertThat(tables("parts")).isEqualTo(tables("whole"));

    Map<String, Object> without = new HashMap<>(resume);
    without.put("pair-scores", false);
    assertThatThrownBy(() -> run(TWO_CORES, input, "parts", without))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("pair-scores was true, is false");
  }

  private List<Path> files(String output) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(output).resolve("pair_scores"))) {
      return files.sorted().toList();
    }
  }
}
