package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.syntax.Annotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class InputRowTest {

  @Property(tries = 100)
  void aChunkHasGroupsTogetherAndInThemEqualTexts(@ForAll long seed) {
    Random random = new Random(seed);
    List<InputRow> rows = new ArrayList<>();
    for (int id = 0; id < 40; id++) {
      String group = random.nextBoolean() ? "g" + random.nextInt(3) : null;
      String b = random.nextInt(4) == 0 ? null : "b" + random.nextInt(2);
      rows.add(row("id" + id, group, "a" + random.nextInt(3), b));
    }
    rows.sort(InputRow.BY_TEXT);
    assertTogether(rows, InputRow::group);
    assertTogether(rows, row -> row.group() + " " + row.sentenceA() + " " + row.sentenceB());
    List<InputRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    shuffled.sort(InputRow.BY_TEXT);
    assertThat(shuffled).isEqualTo(rows);
  }

  private static void assertTogether(List<InputRow> rows, Function<InputRow, String> what) {
    Set<String> before = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      String of = what.apply(rows.get(i));
      if (i == 0 || !String.valueOf(of).equals(String.valueOf(what.apply(rows.get(i - 1))))) {
        assertThat(before.add(of)).as("%s is in one place", of).isTrue();
      }
    }
  }

  private static InputRow row(String id, String group, String a, String b) {
    return new InputRow(null, null, "in.tsv", id, group, a, b, null, Annotation.NONE);
  }
}
