package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.GoldenModel;
import io.sextant.attention.RandomBert;
import io.sextant.bert.BertModel;
import io.sextant.bert.MaskedLmHead;
import io.sextant.bert.Purpose;
import io.sextant.bert.TinyBert;
import io.sextant.bert.TinyHuggingFace;
import io.sextant.bert.layout.ModelLayouts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDescriptionTest {
  @TempDir private Path directory;

  @Test
  void aCrossEncoderIsSaidToScorePairs() {
    Map<String, String> said = ModelDescription.of(ModelLayouts.open(GoldenModel.task("bert")));
    assertThat(said)
        .containsEntry(
            "made for",
            "a score of a pair or text: a cross-encoder (BertForSequenceClassification)")
        .containsEntry("type", "bert")
        .containsEntry("layers", "2")
        .containsEntry("heads", "2 per layer, 4 in all")
        .containsEntry("longest input", "96 tokens")
        .containsEntry("tokenizer", "WordPiece of tokenizer.json")
        .containsEntry("task head", "1 label: LABEL_0")
        .containsEntry(
            "task scores",
            "the logit as it is, to which sentence-transformers' CrossEncoder applies Identity")
        .containsEntry("pairs", "yes")
        .containsEntry("pair_scores", "yes, with task scores")
        .containsEntry("predictive_mlm", "no: the checkpoint has no masked-LM head")
        .containsEntry("--effect-pairs", "yes, on the answer of the task head")
        .containsEntry("--by-prediction", "no: the task head gives a score");
  }

  @Test
  void aClassifierIsSaidWithItsLabels() {
    assertThat(ModelDescription.of(ModelLayouts.open(GoldenModel.task("roberta"))))
        .containsEntry(
            "made for",
            "the class of a pair or text: a classifier (RobertaForSequenceClassification)")
        .containsEntry("tokenizer", "BPE of tokenizer.json")
        .containsEntry("task head", "3 labels: contradiction, neutral, entailment")
        .containsEntry("--by-prediction", "yes");
  }

  @Test
  void aBiEncoderIsSaidToTakeSingleTexts() {
    BertModel bare = ModelLayouts.open(GoldenModel.XLM_ROBERTA.directory());
    Purpose purpose = new Purpose("xlm-roberta", "XLMRobertaModel", null, true);
    assertThat(ModelDescription.of(bare.withPurpose(purpose)))
        .containsEntry(
            "made for",
            "vectors of single texts: a bi-encoder of sentence-transformers (XLMRobertaModel)")
        .containsEntry("tokenizer", "Unigram of tokenizer.json")
        .containsEntry("pairs", "yes, but " + Purpose.PAIRS_ARE_OUTSIDE)
        .containsEntry("task head", "none that is read")
        .containsEntry("--by-prediction", "no: no task head is read");
    assertThat(ModelDescription.of(bare))
        .containsEntry("made for", "no task: a bare encoder (XLMRobertaModel)")
        .containsEntry(
            "--effect-pairs", "no: the checkpoint has neither a masked-LM head nor a task head");
  }

  @ParameterizedTest
  @CsvSource({
    "BertModel, no task: a bare encoder",
    "DebertaV2Model, no task: a bare encoder",
    "XLMRobertaXLModel, no task: a bare encoder",
    "BertLMHeadModel, a task whose head is not read",
    "BertForTokenClassification, a task whose head is not read"
  })
  void aModelWithoutAHeadThatIsReadIsSaidByItsClass(String modelClass, String madeFor) {
    BertModel bert = ModelLayouts.open(GoldenModel.XLM_ROBERTA.directory());
    Purpose purpose = new Purpose("bert", modelClass, null, false);
    assertThat(ModelDescription.of(bert.withPurpose(purpose)))
        .containsEntry("made for", madeFor + " (" + modelClass + ")");
  }

  @Test
  void aMaskedLanguageModelPredicts() {
    assertThat(ModelDescription.of(ModelLayouts.open(GoldenModel.maskedLm("bert"))))
        .containsEntry(
            "made for", "predicting masked tokens: a masked language model (BertForMaskedLM)")
        .containsEntry("predictive_mlm", "yes")
        .containsEntry("--effect-pairs", "yes, on the loss of masked words");
  }

  @Test
  void aModelWithoutAMaskIsSaidToPredictNothing() {
    BertModel bert = RandomBert.of(1, 1, 8, 16, 4);
    MaskedLmHead head = bert.maskedLm();
    MaskedLmHead noMask =
        new MaskedLmHead(
            head.transform(), head.activation(), head.norm(), null, head.outputBias(), -1);
    String no = "no: the tokenizer names no mask that is in its vocabulary";
    assertThat(
            ModelDescription.of(
                new BertModel(
                    "bare",
                    bert.config(),
                    bert.vocabulary(),
                    bert.weights(),
                    noMask,
                    bert.fingerprint())))
        .containsEntry("predictive_mlm", no)
        .containsEntry("--effect-pairs", no);
  }

  @Test
  void positionsAndWindowsAreSaid() {
    assertThat(ModelDescription.of(ModelLayouts.open(GoldenModel.BERT.directory())))
        .containsEntry("positions", "embeddings")
        .containsEntry("window", "none: every token sees all");
    assertThat(ModelDescription.of(ModelLayouts.open(GoldenModel.task("mpnet"))))
        .containsEntry("positions", "a bias of each head for 32 ranges of distances");
    assertThat(ModelDescription.of(ModelLayouts.open(GoldenModel.DEBERTA_V2.directory())))
        .containsEntry("positions", "terms of 16 relative positions in the scores");
    assertThat(ModelDescription.of(ModelLayouts.open(GoldenModel.MODERNBERT.directory())))
        .containsEntry("positions", "rotated queries and keys")
        .hasEntrySatisfying(
            "window",
            said ->
                assertThat(said)
                    .matches(
                        "in \\d of \\d layers, a token sees \\d+ tokens before and after itself"));
  }

  @Test
  void labelsCannotSpoofOtherLines() {
    TinyHuggingFace tiny =
        new TinyHuggingFace(new TinyBert("bert/")).withTaskHead("a\nmodel b", "c");
    BertModel model = ModelLayouts.open(TinyBert.write(tiny.files(), directory.resolve("m")));
    assertThat(ModelDescription.of(model))
        .containsEntry("task head", "2 labels: a\ufffdmodel b, c");
  }
}
