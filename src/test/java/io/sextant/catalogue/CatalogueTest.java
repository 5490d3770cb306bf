package io.sextant.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Patterns;
import io.sextant.table.Schema;
import io.sextant.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  private static final Catalogue ALL = Catalogue.all();
  private static final List<String> COLUMNS =
      Table.HEAD_PATTERNS.schema().columns().stream().map(Schema.Column::name).toList();

  @TempDir Path folder;

  @Test
  void everyPatternThatIsMeasuredIsDescribedAndTheOnlyOtherIsPredictiveMlm() {
    assertThat(ALL.patterns().stream().map(Entry::key).filter(key -> !key.equals("predictive_mlm")))
        .containsExactlyInAnyOrderElementsOf(
            Patterns.all().stream().map(AttentionPattern::key).toList());
  }

  @Test
  void patternsAreToldApartByColourAndLetter() {
    assertThat(ALL.patterns().stream().map(Entry::color)).doesNotHaveDuplicates();
    assertThat(ALL.patterns().stream().map(Entry::letter)).doesNotHaveDuplicates();
    assertThat(ALL.patterns()).allMatch(entry -> entry.color().matches("#[0-9a-f]{6}"));
  }

  @Test
  void whatPatternsNameIsInTheCatalogue() {
    List<String> parts = ALL.parts().stream().map(Title::key).toList();
    List<String> nulls = ALL.nulls().stream().map(Null::key).toList();
    for (Entry entry : ALL.patterns()) {
      assertThat(entry.parts()).as(entry.key()).isNotEmpty().containsAll(entry.labels());
      assertThat(parts).as(entry.key()).containsAll(entry.parts());
      assertThat(nulls).as(entry.key()).containsAll(ALL.judging(entry.key()).nulls());
      assertThat(ALL.score(ALL.judging(entry.key()).judgedBy()).title()).isNotEmpty();
    }
  }

  @Test
  void scoresAndNullsAreColumnsOfTheTable() {
    assertThat(COLUMNS).containsAll(ALL.scores().stream().map(Score::column).toList());
    assertThat(COLUMNS).containsAll(ALL.nulls().stream().map(Null::column).toList());
  }

  @Test
  void aPatternThatIsNotDescribedIsRefusedWithTheFileToWrite() {
    assertThat(ALL.find("mine")).isEmpty();
    assertThatThrownBy(() -> ALL.pattern("mine"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'mine'")
        .hasMessageContaining(Catalogue.MORE);
  }

  @Test
  void aFileThatIsNoCatalogueIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("patterns.json"), "{\"patern\": []}");
    assertThatThrownBy(() -> Catalogue.read(file.toUri().toURL()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("patern");
  }
}
