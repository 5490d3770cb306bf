package io.sextant.bert.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.bert.BertModel;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.TinyBert;
import io.sextant.bert.TinyHuggingFace;
import io.sextant.bert.TinyHuggingFace.Stored;
import io.sextant.bert.files.DirectoryFiles;
import io.sextant.bert.files.JsonFile;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.bert.safetensors.ElementType;
import io.sextant.bert.safetensors.Safetensors;
import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuggingFaceSourceTest {
  private static final String WORDS = "bert.embeddings.word_embeddings.weight";
  private static final String BIAS = "bert.encoder.layer.1.output.dense.bias";

  @TempDir private Path directory;
  private TinyHuggingFace tiny;

  @BeforeEach
  void make() {
    tiny = new TinyHuggingFace(new TinyBert("bert/"));
  }

  @Test
  void itIsTheModelThatGooglesCheckpointIs() throws IOException {
    String google = open(new TinyBert("bert/").checkpoint()).fingerprint();
    assertThat(open(tiny.files()).fingerprint()).isEqualTo(google);
    byte[] zip = TinyBert.zip(tiny.files());
    assertThat(ModelLayouts.open(Files.write(directory.resolve("m.zip"), zip)).fingerprint())
        .isEqualTo(google);
    tiny.tensors.put("classifier.weight", floats(1, 2));
    assertThat(open(tiny.files()).fingerprint()).isEqualTo(google);
  }

  @Test
  void thePrefixMayBeMissing() {
    String expected = open(tiny.files()).fingerprint();
    Map<String, Stored> renamed = new LinkedHashMap<>();
    tiny.tensors.forEach((name, stored) -> renamed.put(name.substring(5), stored));
    tiny.tensors.clear();
    tiny.tensors.putAll(renamed);
    assertThat(open(tiny.files()).fingerprint()).isEqualTo(expected);
  }

  @Test
  void normsMayHaveTheirOldNames() {
    String expected = open(tiny.files()).fingerprint();
    Map<String, Stored> renamed = new LinkedHashMap<>();
    tiny.tensors.forEach(
        (name, stored) ->
            renamed.put(
                name.replace("LayerNorm.weight", "LayerNorm.gamma")
                    .replace("LayerNorm.bias", "LayerNorm.beta"),
                stored));
    tiny.tensors.clear();
    tiny.tensors.putAll(renamed);
    assertThat(open(tiny.files()).fingerprint()).isEqualTo(expected);
  }

  @Test
  void tensorsThatAreNoPartOfTheEncoderAreNamed() {
    tiny.tensors.put("classifier.weight", floats(1, 2));
    tiny.tensors.put("classifier.bias", floats(2));
    tiny.tensors.put("bert.embeddings.position_ids", new Stored("I64", new int[0], new byte[8]));
    Path model = TinyBert.write(tiny.files(), directory);
    Safetensors tensors = Safetensors.open(new DirectoryFiles(model));
    HuggingFaceConfig config =
        HuggingFaceConfig.of(JsonFile.parse("config", tiny.config.toString()));
    HuggingFaceTensors.of(tensors, config).read(config);
    assertThat(Safetensors.modules(tensors.unread()))
        .containsExactly("bert.embeddings", "classifier");
  }

  @Test
  void albertsLayersAreOneObject() {
    List<EncoderLayer> layers = open(albert()).weights().layers();
    assertThat(layers).hasSize(2);
    assertThat(layers.get(1)).isSameAs(layers.get(0));
    tiny.config.put("num_hidden_layers", 9);
    List<EncoderLayer> nine = open(tiny.files()).weights().layers();
    assertThat(nine).hasSize(9).allSatisfy(layer -> assertThat(layer).isSameAs(nine.get(0)));
  }

  @Test
  void albertProjectsItsEmbeddingsAtAnyWidth() {
    assertThat(open(albert()).weights().embeddingProjection()).isNotNull();
    tiny.tensors.remove("bert.encoder.embedding_hidden_mapping_in.bias");
    assertRefused(tiny.files(), "tensor bert.encoder.embedding_hidden_mapping_in.bias is missing");
  }

  @Test
  void anAlbertWithSeveralLayersOfWeightsIsRefused() {
    for (String key : List.of("num_hidden_groups", "inner_group_num")) {
      tiny = new TinyHuggingFace(new TinyBert("bert/"));
      tiny.config.put(key, 2);
      assertRefused(albert(), key + " is 2, expected 1: an ALBERT whose layers do not all have");
    }
    tiny = new TinyHuggingFace(new TinyBert("bert/"));
    Map<String, Stored> more = new LinkedHashMap<>();
    albert();
    tiny.tensors.forEach(
        (name, stored) -> more.put(name.replace("albert_layers.0", "albert_layers.1"), stored));
    tiny.tensors.putAll(more);
    assertRefused(tiny.files(), "has 2 layers, but config.json says 1");
  }

  @Test
  void theEmbeddingTableMayBeLongerThanTheVocabulary() {
    tiny.vocabulary = tiny.vocabulary.replace("##s\n", "");
    BertModel model = open(tiny.files());
    assertThat(model.vocabulary().tokens()).hasSize(6);
    assertThat(model.config().vocabularySize()).isEqualTo(7);
  }

  @Test
  void theEmbeddingTableMayNotBeShorter() {
    tiny.vocabulary += "one\n";
    assertRefused("vocab.txt has at least 8 tokens, but the model has 7 word embeddings");
    assertTokenizerRefused(
        "{\"model\":{\"vocab\":{\"[CLS]\":0,\"x\":7}}}",
        "tokenizer.json has at least 8 tokens, but the model has 7 word embeddings");
    assertTokenizerRefused(
        "{\"model\":{\"vocab\":{\"a\":0}},\"added_tokens\":[{\"id\":2147483647,\"content\":\"z\"}]}",
        "has at least 2147483648 tokens");
  }

  @Test
  void badTokenizers() {
    assertTokenizerRefused("{\"model\":{\"vocab\":{\"a\":0,\"a\":1}}}", "Duplicate field 'a'");
    assertTokenizerRefused(
        "{\"model\":{\"vocab\":{\"a\":0,\"b\":0}}}", "both \"a\" and \"b\" have the id 0");
    assertTokenizerRefused(
        "{\"model\":{\"vocab\":[[\"a\",0],[\"a\",1]]}}", "has the token \"a\" twice");
    assertTokenizerRefused("{\"model\":{\"vocab\":{\"a\":-1}}}", "has -1 for the id of a token");
    assertTokenizerRefused("{}", "tokenizer.json has no model.vocab");
    assertTokenizerRefused("[1", "tokenizer.json is not JSON");
    assertTokenizerRefused("[".repeat(100_000), "tokenizer.json is not JSON");
    Map<String, byte[]> files = tiny.files();
    files.remove("vocab.txt");
    assertRefused(files, "tokenizer.json is missing: load the tokenizer");
    files = tiny.files();
    files.put(
        "tokenizer_config.json", TinyBert.utf8("{\"tokenizer_class\":\"BertJapaneseTokenizer\"}"));
    assertRefused(files, "tokenizer_class is \"BertJapaneseTokenizer\", expected BertTokenizer");
    tiny.vocabulary = tiny.vocabulary.replace("word", "##s");
    assertRefused("\"##s\" is on line 6 and again on line 7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model_type | \"gpt2\" | model_type \"gpt2\" is not supported; supported are albert, bert, camembert, deberta-v2, distilbert, electra, gte, modernbert, mpnet, new, nomic_bert, roberta, xlm-roberta",
        "model_type | 3 | model_type is 3, expected a text",
        "hidden_act | \"mish\" | hidden_act is \"mish\", expected gelu, gelu_new (or another name of GELU's approximation by tanh), relu or silu",
        "hidden_act | null | hidden_act is null, expected a text",
        "num_attention_heads | 5 | width 64 is not a multiple of 5 heads (num_attention_heads)",
        "num_attention_heads | 0 | num_attention_heads is 0, expected a positive integer",
        "num_hidden_layers | 3 | has 2 layers, but config.json says 3",
        "num_hidden_layers | 2147483647 | has 2 layers, but config.json says 2147483647",
        "vocab_size | 2147483647 | has shape [7, 64], expected [2147483647, 64]",
        "hidden_size | 2147483647 | has shape [7, 64], expected [7, 2147483647]",
        "max_position_embeddings | 10 | has shape [9, 64], expected [10, 64]",
        "layer_norm_eps | -1 | layer_norm_eps is -1, expected a number of at least 0",
        "position_embedding_type | \"relative_key\" | position_embedding_type is \"relative_key\"",
        "position_embedding_type | \"alibi\" | position_embedding_type is \"alibi\"",
        "alibi_starting_size | 512 | expected null: attention with linear biases (ALiBi)",
        "quantization_config | {\"quant_method\":\"gptq\"} | the weights are quantized (quantization_config: gptq)",
        "is_decoder | true | is_decoder is true, expected false",
      })
  void badConfigurations(String key, String value, String message) throws IOException {
    tiny.config.set(key, new ObjectMapper().readTree(value));
    assertRefused(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"F8_E4M3", "F8_E5M2", "I8", "U8", "BOOL"})
  void quantizedWeights(String type) {
    Stored bias = tiny.tensors.get(BIAS);
    tiny.tensors.put(BIAS, new Stored(type, bias.shape(), new byte[bias.bytes().length / 4]));
    assertRefused(
        "tensor " + BIAS + " has type " + type + ", expected F32, F16 or BF16: quantized weights");
  }

  @Test
  void valuesThatAreNotNumbers() {
    byte[] bytes = tiny.tensors.get(WORDS).bytes();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(4 * 65, Float.NaN);
    assertRefused("tensor " + WORDS + " holds NaN at index 65");
    Stored bias = tiny.tensors.get(BIAS);
    byte[] halves = new byte[bias.bytes().length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(4 * 65, 1);
    halves[7] = (byte) 0xfc;
    tiny.tensors.put(BIAS, new Stored("F16", bias.shape(), halves));
    assertRefused("tensor " + BIAS + " holds -Infinity at index 3");
  }

  @Test
  void tensorsThatAreNotThere() {
    Stored bias = tiny.tensors.remove(BIAS);
    assertRefused("tensor " + BIAS + " is missing");
    tiny.tensors.put(BIAS, new Stored("F32", new int[] {32, 2}, bias.bytes()));
    assertRefused("tensor " + BIAS + " has shape [32, 2], expected [64]");
    tiny.tensors.put("x." + WORDS, tiny.tensors.get(WORDS));
    assertRefused("needs exactly one tensor [prefix.]embeddings.word_embeddings.weight, found [");
    tiny.tensors.clear();
    assertRefused("needs exactly one tensor");
  }

  @Test
  void headersThatLieAboutOffsets() {
    assertHeaderRefused(entry -> offsets(entry, 0, 256), "overlap");
    assertHeaderRefused(entry -> offsets(entry, -256, 0), "is at bytes -256 to 0");
    assertHeaderRefused(
        entry -> offsets(entry, 1L << 40, (1L << 40) + 256), "have a gap between them");
    assertHeaderRefused(
        entry -> offsets(entry, Long.MAX_VALUE - 255, Long.MIN_VALUE), "is at bytes");
    assertHeaderRefused(
        entry -> offsets(entry, 0, 4), "is at bytes 0 to 4, but shape [64] of F32 needs 256 bytes");
    assertHeaderRefused(entry -> entry.remove("data_offsets"), "has no list data_offsets");
    assertHeaderRefused(
        entry -> entry.putArray("data_offsets").add(.5).add(1), "has data_offsets [0.5,1]");
  }

  @Test
  void headersThatLieAboutShapesAndTypes() {
    assertHeaderRefused(
        entry -> entry.putArray("shape").add(1 << 30).add(1 << 30).add(1 << 30).add(1 << 30),
        "needs 2 GiB or more, which is not supported");
    assertHeaderRefused(entry -> entry.putArray("shape").add(-64), "has shape [-64]");
    assertHeaderRefused(entry -> entry.putArray("shape").add("64"), "has shape [\"64\"]");
    assertHeaderRefused(entry -> entry.remove("shape"), "has no list shape");
    assertHeaderRefused(entry -> entry.put("dtype", "Q4_K"), "has dtype \"Q4_K\"");
    assertHeaderRefused(entry -> entry.remove("dtype"), "has dtype");
  }

  @Test
  void headersThatAreNone() {
    assertFileRefused(new byte[0], "has 0 bytes: it is not a safetensors file, or is truncated");
    assertFileRefused(withLength(Long.MAX_VALUE), "states a header of 9223372036854775807 bytes");
    assertFileRefused(withLength(-1), "states a header of 18446744073709551615 bytes");
    assertFileRefused(withLength(1_000_000), "states a header of 1000000 bytes; the file has");
    assertFileRefused(withLength(3), "header is not JSON");
    byte[] file = tiny.files().get("model.safetensors");
    file[8] = '[';
    assertFileRefused(file, "header is not JSON");
    file[8] = (byte) 0xff;
    assertFileRefused(file, "header is not UTF-8");
    file = tiny.files().get("model.safetensors");
    assertFileRefused(Arrays.copyOf(file, file.length - 4), "but its tensors end at");
    assertFileRefused(Arrays.copyOf(file, file.length + 4), "but its tensors end at");
  }

  @Test
  void aHeaderThatNamesATensorTwice() {
    String header = "{\"a\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]},\"a\":{}}";
    byte[] json = TinyBert.utf8(header);
    byte[] file =
        ByteBuffer.allocate(8 + json.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json)
            .array();
    assertFileRefused(file, "Duplicate field 'a'");
  }

  @Test
  void shards() throws IOException {
    String expected = open(tiny.files()).fingerprint();
    Map<String, byte[]> files = sharded("a.safetensors", "b.safetensors");
    assertThat(open(files).fingerprint()).isEqualTo(expected);
    files.remove("b.safetensors");
    assertRefused(files, "lies in \"b.safetensors\", which is not in the model's directory");
    Path outside = Files.write(directory.resolve("b.safetensors"), new byte[9]);
    for (String name : List.of("../b.safetensors", outside.toString())) {
      Map<String, byte[]> leading = sharded("a.safetensors", "b.safetensors");
      String index = new String(leading.get(Safetensors.INDEX), StandardCharsets.UTF_8);
      leading.put(Safetensors.INDEX, TinyBert.utf8(index.replace("b.safetensors", name)));
      assertRefused(leading, "which is not in the model's directory");
    }
    files = sharded("a.safetensors", "b.safetensors");
    files.put("b.safetensors", files.get("a.safetensors"));
    assertRefused(files, "as model.safetensors.index.json says");
    files.put(Safetensors.INDEX, TinyBert.utf8("{\"weight_map\":[]}"));
    assertRefused(files, "weight_map is [], expected an object from tensors to files");
    files.remove(Safetensors.INDEX);
    files.put("pytorch_model.bin", new byte[1]);
    assertRefused(files, "model.safetensors is missing: weights are read from safetensors");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../model.safetensors",
        "/model.safetensors",
        "a/../../config.json",
        "..\\config.json"
      })
  void archivesThatLeadOutside(String name) throws IOException {
    Map<String, byte[]> files = new TreeMap<>(tiny.files());
    files.put(name, new byte[3]);
    Path inner = Files.createDirectories(directory.resolve("x/y"));
    Path zip = Files.write(inner.resolve("m.zip"), TinyBert.zip(files));
    assertThatThrownBy(() -> ModelLayouts.open(zip))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("leads out of the archive");
    try (var paths = Files.walk(directory)) {
      assertThat(paths.filter(Files::isRegularFile)).containsExactly(zip);
    }
  }

  @Test
  void archivesThatLieAboutSizes() throws IOException {
    byte[] zip = TinyBert.zip(tiny.files());
    assertSizeRefused(zip, 2_000_000_000, "more than its");
    assertSizeRefused(zip, 1, "does not have the 1 bytes it states");
    assertSizeRefused(zip, -5, "has 4294967291 bytes, over 2147483647");
  }

  /** Changes the size that the central directory states for the weights. */
  private void assertSizeRefused(byte[] zip, int size, String message) throws IOException {
    byte[] lying = zip.clone();
    ByteBuffer bytes = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < lying.length - 46; at++) {
      if (bytes.getInt(at) == 0x02014b50) {
        String name = new String(lying, at + 46, bytes.getShort(at + 28), StandardCharsets.UTF_8);
        if (name.equals("model.safetensors")) {
          bytes.putInt(at + 24, size);
        }
      }
    }
    Path path = Files.write(directory.resolve("lying.zip"), lying);
    assertThatThrownBy(() -> ModelLayouts.open(path))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void binary16IsThatOfTheStandard() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      int exponent = bits >> 10 & 31;
      int fraction = bits & 1023;
      double magnitude =
          exponent == 0
              ? Math.scalb((double) fraction, -24)
              : exponent < 31
                  ? Math.scalb(1024.0 + fraction, exponent - 25)
                  : fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
      Float expected = (float) (bits < 1 << 15 ? magnitude : -magnitude);
      assertThat(Float.valueOf(ElementType.binary16(bits))).isEqualTo(expected);
    }
  }

  private Map<String, byte[]> albert() {
    return tiny.files("albert");
  }

  private Map<String, byte[]> sharded(String first, String second) {
    Map<String, Stored> a = new LinkedHashMap<>();
    Map<String, Stored> b = new LinkedHashMap<>();
    StringBuilder map = new StringBuilder();
    tiny.tensors.forEach(
        (name, stored) -> {
          boolean inA = a.size() <= b.size();
          (inA ? a : b).put(name, stored);
          map.append(map.isEmpty() ? "" : ",")
              .append("\"%s\":\"%s\"".formatted(name, inA ? first : second));
        });
    Map<String, byte[]> files = tiny.files();
    files.remove(Safetensors.FILE);
    files.put(first, TinyHuggingFace.safetensors(TinyHuggingFace.header(a), a));
    files.put(second, TinyHuggingFace.safetensors(TinyHuggingFace.header(b), b));
    files.put(Safetensors.INDEX, TinyBert.utf8("{\"metadata\":{},\"weight_map\":{" + map + "}}"));
    return files;
  }

  private static void offsets(ObjectNode entry, long begin, long end) {
    entry.putArray("data_offsets").add(begin).add(end);
  }

  private static Stored floats(int... shape) {
    return new Stored("F32", shape, new byte[4 * Arrays.stream(shape).reduce(1, (a, b) -> a * b)]);
  }

  private byte[] withLength(long length) {
    byte[] file = tiny.files().get(Safetensors.FILE);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
    return file;
  }

  /** Damages the entry of a tensor of 64 values. */
  private void assertHeaderRefused(Consumer<ObjectNode> change, String message) {
    ObjectNode header = TinyHuggingFace.header(tiny.tensors);
    change.accept((ObjectNode) header.get(BIAS));
    assertFileRefused(TinyHuggingFace.safetensors(header, tiny.tensors), message);
  }

  private void assertFileRefused(byte[] safetensors, String message) {
    Map<String, byte[]> files = tiny.files();
    files.put(Safetensors.FILE, safetensors);
    assertRefused(files, message);
  }

  private void assertTokenizerRefused(String json, String message) {
    Map<String, byte[]> files = tiny.files();
    files.put("tokenizer.json", TinyBert.utf8(json));
    assertRefused(files, message);
  }

  private void assertRefused(String message) {
    assertRefused(tiny.files(), message);
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
}
