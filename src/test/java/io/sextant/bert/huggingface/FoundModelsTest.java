package io.sextant.bert.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.bert.Activation;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.EmbeddingShape;
import io.sextant.bert.EncoderShape;
import io.sextant.bert.TinyBert;
import io.sextant.bert.TinyHuggingFace;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.fault.BadInputException;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads models as users have them: with missing keys, given by another folder, or with files that
 * were not downloaded.
 */
class FoundModelsTest {
  private static final String POINTER =
      "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 440449768\n";

  @TempDir private Path directory;
  private TinyHuggingFace tiny;

  @BeforeEach
  void make() {
    tiny = new TinyHuggingFace(new TinyBert("bert/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer_norm_eps", "hidden_act", "type_vocab_size"})
  void aKeyThatIsLeftOutHasTheDefaultOfTransformers(String key) {
    String expected = open(tiny.files()).fingerprint();
    assertThat(tiny.config.remove(key)).isNotNull();
    assertThat(open(tiny.files()).fingerprint()).isEqualTo(expected);
  }

  @Test
  void sizesThatAreLeftOutHaveThoseOfTheBaseModel() {
    tiny.config.remove("hidden_size");
    assertRefused(tiny.files(), "expected [7, 768]");
  }

  /** The defaults are those of the configuration classes of transformers 5.24. */
  @ParameterizedTest
  @CsvSource({
    "bert, 30522, 768, 12, 12, 3072, 512, 2, 768, 0",
    "camembert, 30522, 768, 12, 12, 3072, 510, 2, 768, 2",
    "distilbert, 30522, 768, 12, 6, 3072, 512, 1, 768, 0",
    "electra, 30522, 256, 4, 12, 1024, 512, 2, 128, 0",
    "roberta, 50265, 768, 12, 12, 3072, 510, 2, 768, 2",
    "xlm-roberta, 30522, 768, 12, 12, 3072, 510, 2, 768, 2"
  })
  void aConfigurationOfNothingButATypeIsTheBaseModel(
      String type,
      int tokens,
      int hidden,
      int heads,
      int layers,
      int wide,
      int positions,
      int types,
      int embedding,
      int firstPosition) {
    HuggingFaceConfig config =
        HuggingFaceConfig.of(JsonFile.parse("config", "{\"model_type\":\"" + type + "\"}"));
    assertThat(config.encoder())
        .isEqualTo(
            new BertConfig(
                new EncoderShape(layers, heads, hidden, wide),
                new EmbeddingShape(tokens, positions, types),
                false));
    assertThat(config.embeddingSize()).isEqualTo(embedding);
    assertThat(config.firstPosition()).isEqualTo(firstPosition);
  }

  @Test
  void anAlbertOfNothingButATypeIsItsLargestSize() {
    HuggingFaceConfig config =
        HuggingFaceConfig.of(JsonFile.parse("config", "{\"model_type\":\"albert\"}"));
    assertThat(config.encoder())
        .isEqualTo(
            new BertConfig(
                new EncoderShape(12, 64, 4096, 16384),
                new EmbeddingShape(30000, 512, 2),
                1e-12,
                Activation.GELU_TANH,
                false,
                true));
    assertThat(config.embeddingSize()).isEqualTo(128);
    assertThat(config.firstPosition()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "AlbertForSequenceClassification, ALBERT",
    "BertForMaskedLM, BERT",
    "BertModel, BERT",
    "CamembertForMaskedLM, CAMEMBERT",
    "DistilBertForSequenceClassification, DISTILBERT",
    "ElectraForPreTraining, ELECTRA",
    "RobertaModel, ROBERTA",
    "XLMRobertaForMaskedLM, XLM_ROBERTA"
  })
  void theClassTellsTheArchitectureWhereNoTypeDoes(String name, Architecture architecture)
      throws IOException {
    assertThat(architectureOf("{\"architectures\":[\"" + name + "\"]}")).isEqualTo(architecture);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BertGenerationEncoder", "RobertaPreLayerNormModel", "GPT2Model", ""})
  void aClassOfAnotherArchitectureIsRefused(String name) {
    assertThatThrownBy(() -> architectureOf("{\"architectures\":[\"" + name + "\"]}"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("architectures is [\"" + name + "\"], expected a class of BERT");
  }

  @Test
  void neitherTypeNorClassIsRefused() {
    assertThatThrownBy(() -> architectureOf("{}"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("model_type is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "gelu, GELU",
    "gelu_python, GELU",
    "gelu_new, GELU_TANH",
    "gelu_fast, GELU_TANH",
    "gelu_pytorch_tanh, GELU_TANH",
    "relu, RELU",
    "silu, SILU",
    "swish, SILU"
  })
  void everyNameOfAnActivationIsKnown(String name, Activation activation) {
    tiny.config.put("hidden_act", name);
    assertThat(open(tiny.files()).config().activation()).isEqualTo(activation);
  }

  @Test
  void siluIsXTimesTheSigmoid() {
    assertThat(Activation.SILU.of(0)).isZero();
    assertThat(Activation.SILU.of(1)).isEqualTo(0.7310585786300049);
    assertThat(Activation.SILU.of(-2)).isEqualTo(-0.2384058440442351);
    assertThat(Activation.SILU.of(-800)).isZero();
  }

  @Test
  void aBertOfOneTokenTypeTakesSingleSentencesOnly() {
    TinyHuggingFace one = new TinyHuggingFace(new TinyBert("bert/"));
    String types = "bert.embeddings.token_type_embeddings.weight";
    one.tensors.put(types, new TinyHuggingFace.Stored("F32", new int[] {1, 64}, new byte[64 * 4]));
    one.config.put("type_vocab_size", 1);
    BertModel model = open(one.files());
    try (PairEncoder encoder = new PairEncoder(model, 9)) {
      assertThat(encoder.encode(new SentencePair("1", null, "word", null)).tokenTypes())
          .containsOnly(0);
      assertThatThrownBy(() -> encoder.encode(new SentencePair("1", null, "word", "words")))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("cannot distinguish sentence A from B: give it single sentences");
    }
  }

  @Test
  void aFolderOfSentenceTransformersIsItsEncoder() {
    String expected = open(tiny.files()).fingerprint();
    for (String folder : new String[] {"0_Transformer", ""}) {
      Map<String, byte[]> files = new TreeMap<>();
      tiny.files().forEach((n, b) -> files.put(folder.isEmpty() ? n : folder + "/" + n, b));
      files.put(
          "modules.json",
          TinyBert.utf8(
              "[{\"idx\":0,\"path\":\"%s\",\"type\":\"sentence_transformers.models.Transformer\"},{\"idx\":1,\"path\":\"1_Pooling\",\"type\":\"sentence_transformers.models.Pooling\"}]"
                  .formatted(folder)));
      files.put("1_Pooling/config.json", TinyBert.utf8("{}"));
      assertThat(open(files).fingerprint()).isEqualTo(expected);
      Path zip = directory.resolve("st.zip");
      assertThat(ModelLayouts.open(write(zip, TinyBert.zip(files))).fingerprint())
          .isEqualTo(expected);
      files.put(
          "modules.json", TinyBert.utf8("[{\"type\":\"sentence_transformers.models.CLIPModel\"}]"));
      assertRefused(files, "modules.json names no module of type Transformer");
      files.put("modules.json", TinyBert.utf8("{}"));
      assertRefused(files, "modules.json is not a list of modules");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sentence_transformers.models.Transformer, sentence_transformers.models.Pooling, , true",
    "sentence_transformers.base.modules.transformer.Transformer,"
        + " sentence_transformers.sentence_transformer.modules.pooling.Pooling, SentenceTransformer,"
        + " true",
    "sentence_transformers.sparse_encoder.models.MLMTransformer,"
        + " sentence_transformers.sparse_encoder.models.SpladePooling, , true",
    "sentence_transformers.base.modules.transformer.Transformer,"
        + " sentence_transformers.sentence_transformer.modules.pooling.Pooling, CrossEncoder, false",
    "sentence_transformers.models.Transformer, sentence_transformers.models.Dense, , false"
  })
  void aBiEncoderPoolsTheStatesOfSingleTexts(
      String encoder, String second, String type, boolean biEncoder) {
    tiny.withTaskHead("score");
    Map<String, byte[]> files = tiny.files();
    assertThat(open(files).purpose().biEncoder()).isFalse();
    files.put(
        "modules.json",
        TinyBert.utf8(
            "[{\"path\":\"\",\"type\":\"%s\"},{\"path\":\"1_Pooling\",\"type\":\"%s\"}]"
                .formatted(encoder, second)));
    if (type != null) {
      files.put(
          "config_sentence_transformers.json",
          TinyBert.utf8(
              "{\"model_type\":\"%s\",\"activation_fn\":\"torch.nn.modules.linear.Identity\"}"
                  .formatted(type)));
    }
    assertThat(open(files).purpose().biEncoder()).isEqualTo(biEncoder);
    assertThat(open(files).purpose().taskHead().meaning())
        .endsWith("CrossEncoder".equals(type) ? "Identity" : "Sigmoid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config.json",
        "vocab.txt",
        "model.safetensors",
        "tokenizer.json",
        "tokenizer_config.json"
      })
  void aGitLfsPointerIsTold(String name) {
    Map<String, byte[]> files = tiny.files();
    files.put(name, TinyBert.utf8(POINTER));
    assertRefused(files, "/" + name + " is a Git LFS pointer, not the file: run git lfs pull");
  }

  @Test
  void aGitLfsPointerIsToldInEveryLayout() {
    Map<String, byte[]> google = new TinyBert("bert/").checkpoint();
    google.put("bert_model.ckpt.data-00000-of-00001", TinyBert.utf8(POINTER));
    assertRefused(google, "data-00000-of-00001 is a Git LFS pointer");
    Path zip = write(directory.resolve("model.zip"), TinyBert.utf8(POINTER));
    assertThatThrownBy(() -> ModelLayouts.open(zip))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("model.zip is a Git LFS pointer, not the file: run git lfs pull");
  }

  @Test
  void tokenizersThatCannotBeHadAreRefusedWithTheFile() {
    assertTokenizerRefused("{\"do_basic_tokenize\":false}", "do_basic_tokenize is false, expected");
    assertTokenizerRefused("{\"never_split\":[\"x\"]}", "never_split is [\"x\"], expected null");
    assertTokenizerRefused("{\"unk_token\":\"<unk>\"}", "unk_token is \"<unk>\", expected \"[UNK]");
    assertTokenizerRefused("{\"do_lower_case\":null}", "do_lower_case is null, expected true or");
    assertTokenizerRefused(
        "{\"added_tokens_decoder\":{\"9\":{\"content\":\"<e1>\"}}}",
        "gives the token <e1> the id 9, but transformers gives it 7");
    assertTokenizerRefused(
        "{\"added_tokens_decoder\":{\"7\":{\"content\":\"<e1>\"}}}",
        "with the tokens added to it has at least 8 tokens, but the model has 7 word embeddings");
    assertTokenizerRefused(
        "{\"added_tokens_decoder\":{\"x\":{\"content\":\"<e1>\"}}}",
        "expected an object from ids to tokens");
  }

  @Test
  void aCasedVocabularyIsLowerCasedWhereNoFileSaysOtherwise() {
    tiny.vocabulary = tiny.vocabulary.replace("word", "Word");
    Map<String, byte[]> files = tiny.files();
    files.remove("tokenizer_config.json");
    assertThat(open(files).config().lowerCase()).isTrue();
  }

  @Test
  void googlesChineseVocabularyIsLowerCasedThoughItHasUpperCaseMarks() {
    TinyBert bert = new TinyBert("bert/", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n<S>\n<T>\nword\n", 9);
    assertThat(open(bert.checkpoint()).config().lowerCase()).isTrue();
    TinyBert cased = new TinyBert("bert/", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n<S>\n<T>\nWord\n", 9);
    assertThat(open(cased.checkpoint()).config().lowerCase()).isFalse();
  }

  @Test
  void theFingerprintIsTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      TinyBert bert = new TinyBert("bert/").withMaskedLm();
      bert.shards = 2;
      Map<String, byte[]> files = bert.checkpoint();
      BertModel expected = open(files);
      for (String tag : new String[] {"ar-EG", "fa-IR", "tr-TR", "hi-IN-u-nu-deva"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        BertModel model = open(files);
        assertThat(model.fingerprint()).isEqualTo(expected.fingerprint());
        assertThat(model.maskedLm().fingerprint()).isEqualTo(expected.maskedLm().fingerprint());
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Architecture architectureOf(String config) throws IOException {
    return Architecture.of(new JsonFile("config.json", new ObjectMapper().readTree(config)));
  }

  private void assertTokenizerRefused(String config, String message) {
    Map<String, byte[]> files = tiny.files();
    files.put("tokenizer_config.json", TinyBert.utf8(config));
    assertRefused(files, message);
  }

  private void assertRefused(Map<String, byte[]> files, String message) {
    assertThatThrownBy(() -> open(files))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  private BertModel open(Map<String, byte[]> files) {
    try {
      return ModelLayouts.open(
          TinyBert.write(files, Files.createTempDirectory(directory, "model")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Path write(Path path, byte[] bytes) {
    try {
      return Files.write(path, bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
