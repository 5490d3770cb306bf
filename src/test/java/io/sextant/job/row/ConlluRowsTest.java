package io.sextant.job.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.job.Corpus;
import io.sextant.syntax.Blocks;
import io.sextant.text.SentencePair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConlluRowsTest {
  private static final String FILE =
      Blocks.of(
              "# newdoc id = d1",
              "# sent_id = s1",
              "# text = The cats don't sit.",
              "1 The DET 2 det",
              "2 cats NOUN 5 nsubj",
              "3-4 don't _ _ _",
              "3 do AUX 5 aux",
              "4 n't PART 5 advmod",
              "4.1 really ADV _ _",
              "5 sit VERB 0 root SpaceAfter=No",
              "6 . PUNCT 5 punct")
          + "\n"
          + Blocks.of("# sent_id = s2", "1 It PRON 2 nsubj", "2 sat VERB 0 root");

  @TempDir Path folder;

  @Test
  void lineEndsByteOrderMarksAndBlankLinesMakeNoDifference() {
    List<String> plain = rows(FILE + "\n");
    assertThat(plain).containsExactly("s1 d1 The cats don't sit. null", "s2 d1 It sat null");
    assertThat(rows(FILE)).as("no last blank line").isEqualTo(plain);
    assertThat(rows(FILE.strip())).as("no last line end").isEqualTo(plain);
    assertThat(rows(FILE.replace("\n", "\r\n"))).isEqualTo(plain);
    assertThat(rows("\uFEFF" + FILE)).isEqualTo(plain);
    assertThat(rows("\uFEFF\n\n" + FILE.replace("\n\n", "\n \t\n\n"))).isEqualTo(plain);
    assertThat(rows(FILE.replace(" = ", "="))).isEqualTo(plain);
    assertThat(rows("")).isEmpty();
  }

  @Test
  void aSentenceThatIsNoConlluIsRejectedAlone() {
    assertThat(rows("no\ttable\n\n" + FILE))
        .hasSize(3)
        .first()
        .asString()
        .contains("malformed_annotation", "2 columns separated by tabs, not 10");
    assertThat(rows("1 The the DET _ _ 0 root _ _\n"))
        .first()
        .asString()
        .contains("1 columns separated by tabs, not 10");
  }

  private List<String> rows(String text) {
    String file = Corpus.write(folder.resolve("t.conllu"), text).toString();
    List<String> rows = new ArrayList<>();
    new ConlluRows(file, null, new Configuration(), "sent_id", null)
        .forEachRemaining(row -> rows.add(shown(row)));
    return rows;
  }

  private static String shown(ReadRow row) {
    SentencePair pair = row.pair();
    String read = pair.id() + " " + pair.group() + " " + pair.sentenceA() + " ";
    return row.fault() == null
        ? read + null
        : read + row.fault().reason().key() + row.fault().detail();
  }
}
