package io.sextant.linguistics.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceMarksTest {
  private final SentenceSplitter splitter = new SentenceSplitter();

  /** Each text has a | where a sentence ends. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "猫坐在垫子上。|狗跑到商店。|它很老！|为什么？",
        "真的吗？！|是的。。。|好",
        "他说：“我来了。|你呢？”|她没来。",
        "真的?|是!|他走了.|我也走了.",
        "真的。|\"你好\"是问候。",
        "他说\"真的。\"|我走了。",
        "彼は「行く。」と言った。|私も行く。",
        "「何？」って聞いた。|「はい。」|彼は答えた。",
        "重さは３．５キロです．|高さは１．２メートルです．",
        "ＰＤＦ．ＴＸＴを読む。|次。",
        "それはいつ？、と彼は尋ねた。|終わり。",
        "行く!、行く!|そう。",
        "半角です｡|次です｡",
        "बिल्ली बैठी।| कुत्ता भागा।| वह बूढ़ा था॥",
        "هل جلست القطة؟| نعم، جلست.",
        "بلی بیٹھ گئی۔| کتا بھاگا۔",
        "Կատուն նստեց։| Շունը վազեց։",
        "ድመቷ ተቀመጠች።| ውሻው ሮጠ፧| አዎ።",
        "ឆ្មាអង្គុយ។| ឆ្កែរត់។",
        "ကြောင်ထိုင်သည်။|ခွေး၊ပြေးသည်။",
        "Really‽| Yes‼| No."
      })
  void cutsAfterTheMarksOfEveryScript(String marked) {
    List<String> parts = List.of(marked.split("\\|"));
    assertThat(SentenceMarks.cut(String.join("", parts))).isEqualTo(parts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Mr. Brown went. He was brief! Why? No.",
        "She said \"Go!\" and left. $3.50, e.g. 2.5 kg... (See p. 3.)",
        "version 1.2在这里",
        "Yahoo! and OK.",
        "แมวนั่งบนเสื่อ สุนัขวิ่ง"
      })
  void leavesWhatSparkNlpKnows(String text) {
    assertThat(String.join("|", SentenceMarks.cut(text))).isEqualTo(text);
  }

  @Test
  void sentencesAreWhatStandsInTheText() {
    assertThat(DocumentText.sentences("猫坐在垫子上。狗跑到商店。它很老！为什么？", splitter))
        .containsExactly("猫坐在垫子上。", "狗跑到商店。", "它很老！", "为什么？");
    assertThat(DocumentText.sentences("बिल्ली बैठी। कुत्ता भागा। वह बूढ़ा था।", splitter))
        .containsExactly("बिल्ली बैठी।", "कुत्ता भागा।", "वह बूढ़ा था।");
    assertThat(DocumentText.sentences("نعم. هل جلست القطة؟ نعم.", splitter))
        .containsExactly("نعم.", "هل جلست القطة؟", "نعم.");
  }

  @Test
  void everyCharacterIsAWordWhereAScriptHasNoSpaces() {
    assertThat(DocumentText.words("the cat  sat.")).isEqualTo(3);
    assertThat(DocumentText.words("猫坐在垫子上。")).isEqualTo(6);
    assertThat(DocumentText.words("コーヒーを BERT で 飲む")).isEqualTo(9);
  }
}
