package io.sextant.profile.pair;

import static io.sextant.profile.SyntheticHeads.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.bert.Window;
import io.sextant.profile.HeadTables;
import io.sextant.profile.SyntheticHeads;
import io.sextant.profile.SyntheticHeads.Head;
import io.sextant.profile.similarity.HeadMap;
import io.sextant.profile.state.Unit;
import io.sextant.table.row.HeadOffset;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.HeadProfile;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two layers of the same heads, of which the first sees all keys and the second has a window. */
class LocalHeadsTest {
  private static final int REACH = 4;
  private static final int WORDS = 8;

  /** The positions of a pair: two sentences of words and a full stop, and three delimiters. */
  private static final int SIZE = 2 * (WORDS + 1) + 3;

  private static final int PAIRS = 200;
  private static final int UNIFORM = 0;
  private static final int AHEAD = 1;
  private static final int EQUALS = 2;

  private static final Head LOOKS_AHEAD = (pair, query, key) -> key == query + 1 ? 30 : 1;

  private static final Head LOOKS_AT_EQUALS =
      (pair, query, key) ->
          query != key && pair.tokens().get(query).equals(pair.tokens().get(key)) ? 40 : 1;

  private static HeadTables mixed;
  private static HeadTables global;

  @BeforeAll
  static void profile() {
    mixed =
        heads()
            .layers(Window.FULL, new Window(REACH))
            .profileCalibrated(corpus())
            .tables("", NullModelsTest.THRESHOLDS);
    global = heads().profileCalibrated(corpus()).tables("", NullModelsTest.THRESHOLDS);
  }

  private static SyntheticHeads heads() {
    return new SyntheticHeads(SyntheticHeads.UNIFORM, LOOKS_AHEAD, LOOKS_AT_EQUALS);
  }

  @Test
  void aUniformLocalHeadIsChanceUnderEveryNull() {
    for (String part : List.of("related/content_words", "related_other/content_words")) {
      HeadPattern row = local(UNIFORM, part);
      assertThat(row.liftUniform()).as(part).isCloseTo(1, within(1e-5));
      assertThat(row.liftMatched()).as(part).isCloseTo(1, within(1e-5));
      assertThat(row.auc().value()).as(part).isCloseTo(.5, within(1e-12));
      // Not exactly 1, because the queries at the ends of a pair, which see nothing of the other
      // sentence, see fewer keys and give each more.
      assertThat(row.liftOffset()).as(part).isCloseTo(1, within(.1));
      assertThat(row.grade()).isEqualTo("none");
    }
    for (String part :
        List.of(
            "next/all",
            "previous/all",
            "delimiter/all",
            "own_sentence/all",
            "other_sentence/all")) {
      assertThat(local(UNIFORM, part).liftUniform()).as(part).isCloseTo(1, within(1e-5));
    }
    assertThat(local(UNIFORM, "related_other/content_words").liftSameIndex()).isNaN();
  }

  @Test
  void chanceIsOneOfTheKeysThatAQuerySees() {
    double chance = beforeOthers().mapToDouble(query -> 1. / seen(query)).sum() / (2 * WORDS);
    HeadPattern next = local(UNIFORM, "next/all");
    assertThat(next.nQueries()).isEqualTo(2L * WORDS * PAIRS);
    assertThat(next.nullShare()).isCloseTo(chance, within(1e-12));
    assertThat(next.share().value()).isCloseTo(chance, within(1e-6));
    assertThat(global(UNIFORM, "next/all").nullShare()).isCloseTo(1. / SIZE, within(1e-12));
  }

  @Test
  void aLocalHeadThatLooksAheadHasTheShareAndLiftOfItsClosedForm() {
    double share = beforeOthers().mapToDouble(query -> 30. / (29 + seen(query))).sum();
    double chance = beforeOthers().mapToDouble(query -> 1. / seen(query)).sum();
    HeadPattern next = local(AHEAD, "next/all");
    assertThat(next.share().value()).isCloseTo(share / (2 * WORDS), within(1e-6));
    assertThat(next.liftUniform()).isCloseTo(share / chance, within(1e-5));
    assertThat(local(AHEAD, "related/content_words").liftOffset()).isCloseTo(1, within(.1));
  }

  @Test
  void targetsOutsideTheWindowHaveNoControl() {
    HeadPattern local = local(EQUALS, "related/content_words");
    HeadPattern global = global(EQUALS, "related/content_words");
    assertThat(local.matched()).isPositive().isLessThan(global.matched());
    assertThat(local.matched() + local.unmatched())
        .isEqualTo(global.matched() + global.unmatched());
    assertThat(local.auc().value()).isGreaterThan(.99);
    assertThat(local.liftMatched()).isGreaterThan(20);
  }

  @Test
  void aUniformLocalHeadHasTheGreatestEntropyThatItCanHave() {
    double entropy =
        IntStream.range(0, SIZE).mapToDouble(query -> Math.log(seen(query))).sum() / SIZE;
    HeadProfile local = mixed.profiles(HeadMap.NONE).get(heads().model().heads() + UNIFORM);
    assertThat(local.layer()).isEqualTo(1);
    assertThat(local.entropyRatio().value()).isCloseTo(1, within(1e-6));
    assertThat(local.entropyAllRows().value()).isCloseTo(entropy, within(1e-6));
  }

  @Test
  void offsetsOutsideTheWindowAreNotCounted() {
    List<HeadOffset> local =
        mixed.offsets().stream()
            .filter(row -> row.layer() == 1 && row.unit().equals(Unit.TOKEN.key()))
            .toList();
    assertThat(local)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(Math.abs(row.offset())).isLessThanOrEqualTo(REACH));
    long next =
        local.stream()
            .filter(row -> row.head() == UNIFORM && row.sameSentence() && row.offset() == 1)
            .mapToLong(HeadOffset::nKeys)
            .sum();
    assertThat(next).isEqualTo(2L * WORDS * PAIRS);
  }

  @Test
  void theLayerThatSeesAllIsAsItIsAlone() {
    List<HeadPattern> first =
        mixed.patterns().stream().filter(row -> row.key().layer() == 0).toList();
    assertThat(first).hasSameSizeAs(global.patterns());
    for (int i = 0; i < first.size(); i++) {
      assertThat(withoutTests(first.get(i))).isEqualTo(withoutTests(global.patterns().get(i)));
    }
  }

  /** Returns what does not depend on the other heads, over which q-values are computed. */
  private static String withoutTests(HeadPattern row) {
    return List.of(
            row.key(),
            row.nQueries(),
            row.share(),
            row.nullShare(),
            row.liftUniform(),
            row.liftOffset(),
            row.liftMatched(),
            row.liftSameIndex(),
            row.auc(),
            row.consistency(),
            String.valueOf(row.matched()),
            row.top1Null())
        .toString();
  }

  /** Returns the words before another of their sentence, which are the queries of next. */
  private static IntStream beforeOthers() {
    return IntStream.concat(
        IntStream.rangeClosed(1, WORDS), IntStream.rangeClosed(WORDS + 3, 2 * WORDS + 2));
  }

  private static int seen(int query) {
    return Math.min(SIZE - 1, query + REACH) - Math.max(0, query - REACH) + 1;
  }

  private static HeadPattern local(int head, String part) {
    return row(mixed, 1, head, part);
  }

  private static HeadPattern global(int head, String part) {
    return row(global, 0, head, part);
  }

  private static HeadPattern row(HeadTables tables, int layer, int head, String part) {
    return tables.patterns().stream()
        .filter(row -> row.key().layer() == layer && row.key().head() == head)
        .filter(row -> row.stratum().equals("all"))
        .filter(row -> (row.pattern() + "/" + row.part()).equals(part))
        .findFirst()
        .orElseThrow();
  }

  private static List<SentencePair> corpus() {
    Random random = new Random(5);
    List<SentencePair> pairs = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      pairs.add(pair("p" + i, null, sentence(random), sentence(random)));
    }
    return pairs;
  }

  private static String sentence(Random random) {
    StringBuilder sentence = new StringBuilder();
    for (int word = 0; word < WORDS; word++) {
      sentence.append("w").append(random.nextInt(10)).append(' ');
    }
    return sentence.append('.').toString();
  }
}
