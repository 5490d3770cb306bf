package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sextant.syntax.Blocks;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadCoreference;
import io.sextant.table.row.HeadRelation;
import io.sextant.table.row.Reject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class AnnotatedJobTest extends SparkTest {
  @Test
  void aTreebankGivesTheSameTablesInOneFileOrInTwoAndOnOneCoreOrTwo() throws IOException {
    String bad =
        String.join(
            "\n",
            Blocks.of("# sent_id = circle", "1 cat NOUN 2 x", "2 sat VERB 1 x", "3 . PUNCT 0 root"),
            Blocks.of("# sent_id = headless", "1 cat NOUN 2 x", "2 sat VERB 1 x"),
            "# sent_id = columns\n1\tcat\n",
            Blocks.of(
                "# sent_id = other", "# text = all dogs sat", "1 it X 2 x", "2 was X 0 root"));
    List<String> good = Treebank.sentences(80, 1);
    Corpus.write(folder.resolve("one/all.conllu"), String.join("\n", good) + "\n" + bad);
    Corpus.write(
        folder.resolve("two/a.conllu"),
        String.join("\r\n", good.subList(0, 40)).replace("\n", "\r\n"));
    try (OutputStream gz =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("two/b.conllu.gz")))) {
      String rest = String.join("\n", good.subList(40, 80)) + "\n\n" + bad;
      gz.write(rest.getBytes(StandardCharsets.UTF_8));
    }
    RunManifest one = run("local[1]", folder.resolve("one/all.conllu"), "run-1", Map.of());
    Map<String, Object> named = Map.of("input.format", "conllu");
    run(TWO_CORES, folder.resolve("two"), "run-2", named);

    assertThat(one.counts().in()).isEqualTo(84);
    assertThat(one.counts().profiled()).isEqualTo(80);
    assertThat(one.annotation().words()).isBetween(480L, 560L);
    assertThat(one.annotation().mismatchedWords()).isZero();
    Map<String, String> tables = tables("run-1");
    Map<String, String> others = tables("run-2");
    for (Table<?> table : List.of(Table.HEAD_RELATIONS, Table.HEAD_POS, Table.HEAD_PATTERNS)) {
      // The tables differ only in the run id, which depends on the settings.
      assertThat(withoutRunId("run-1", table)).isEqualTo(withoutRunId("run-2", table));
    }
    assertThat(tables.keySet()).isEqualTo(others.keySet());
    assertThat(directory("run-1").read(Table.REJECTS))
        .extracting(Reject::pairId, Reject::reason)
        .containsExactlyInAnyOrder(
            tuple("circle", "not_a_tree"),
            tuple("headless", "not_a_tree"),
            tuple("columns", "malformed_annotation"),
            tuple("other", "misaligned_annotation"));
    List<HeadRelation> relations = directory("run-1").read(Table.HEAD_RELATIONS);
    long determiners =
        good.stream().flatMap(String::lines).filter(line -> line.contains("\tdet\t")).count();
    assertThat(relations)
        .filteredOn(row -> row.relation().equals("det"))
        .hasSize(2 * 3)
        .allSatisfy(
            row ->
                assertThat(row.accuracy().value())
                    .isBetween(row.accuracy().low(), row.accuracy().high()))
        .filteredOn(row -> row.direction().equals("dependent_to_head"))
        .allSatisfy(row -> assertThat(row.n()).isEqualTo(determiners));
    assertThat(relations)
        .filteredOn(row -> row.relation().equals("amod"))
        .allSatisfy(row -> assertThat(row.baselineAccuracy()).isEqualTo(1));
  }

  /** BERT's word んだ belongs to two words of the treebank, and each of its tokens to one. */
  @Test
  void aJapaneseTreebankIsProfiledAtItsTokens() throws IOException {
    Path japanese = Path.of("src/test/resources/io/sextant/job/japanese");
    RunManifest run =
        run(
            TWO_CORES,
            japanese.resolve("ja.conllu"),
            "ja",
            Map.of("model", japanese.resolve("model").toString()));
    assertThat(run.counts().profiled()).isEqualTo(1);
    assertThat(run.annotation().words()).isEqualTo(7);
    assertThat(run.annotation().mismatchedWords()).isZero();
    assertThat(directory("ja").read(Table.HEAD_RELATIONS))
        .extracting(HeadRelation::relation)
        .contains("nsubj", "case", "obj", "aux", "punct");
  }

  @Test
  void gapAndAMentionTableGiveTheSameAccuracies() {
    StringBuilder gap =
        new StringBuilder(
            "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n");
    StringBuilder mentions = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      boolean first = i % 3 == 0;
      gap.append("g-" + i + "\tthe cat sat on a dog and it slept !\tit\t25\tthe cat\t0\t")
          .append((first ? "TRUE" : "FALSE") + "\ta dog\t15\t")
          .append((first ? "FALSE" : "TRUE") + "\thttp://x\n");
      mentions
          .append("{\"id\": \"g-" + i + "\", \"text\": \"the cat sat on a dog and it slept !\", ")
          .append(
              "\"mentions\": [{\"begin\": 25, \"end\": 27, \"entity\": \"y\", \"anaphor\": true}, ")
          .append("{\"begin\": 0, \"end\": 7, \"entity\": \"" + (first ? "y" : "n") + "\"}, ")
          .append("{\"begin\": 15, \"end\": 20, \"entity\": \"" + (first ? "n" : "y") + "\"}]}\n");
    }
    gap.append("g-40\tthe cat sat\tit\t99\tthe\t0\tTRUE\tcat\t4\tFALSE\thttp://x\n");
    run(
        TWO_CORES,
        Corpus.write(folder.resolve("gap.tsv"), gap.toString()),
        "gap",
        Map.of("input.format", "gap"));
    run(
        TWO_CORES,
        Corpus.write(folder.resolve("m.jsonl"), mentions.toString()),
        "mentions",
        Map.of("input.format", "mentions"));
    List<HeadCoreference> rows = directory("gap").read(Table.HEAD_COREFERENCE);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).n()).isEqualTo(40);
    assertThat(rows.get(0).nearestAccuracy()).isEqualTo(26 / 40.0);
    assertThat(withoutRunId("mentions", Table.HEAD_COREFERENCE))
        .isEqualTo(withoutRunId("gap", Table.HEAD_COREFERENCE));
    assertThat(directory("gap").read(Table.REJECTS))
        .extracting(Reject::pairId, Reject::reason)
        .containsExactly(tuple("g-40", "misaligned_annotation"));
  }

  private List<String> withoutRunId(String output, Table<?> table) {
    String id = directory(output).manifest().runId();
    return directory(output).read(table).stream()
        .map(row -> row.toString().replace(id, ""))
        .toList();
  }

  private RunDirectory directory(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration());
  }
}
