package io.sextant.bert;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sextant.attention.GoldenModel;
import io.sextant.bert.files.ModelFiles;
import io.sextant.bert.huggingface.HuggingFaceSource;
import io.sextant.bert.huggingface.SentenceTransformers;
import io.sextant.bert.safetensors.Safetensors;
import io.sextant.bert.tensorflow.CheckpointSource;
import io.sextant.bert.tensorflow.SavedModelSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Replaces a small file, which the first byte of the input selects, by arbitrary text. */
class SettingsFuzzTest {
  private record Place(
      Function<ModelFiles, ModelSource> layout, HeldFiles files, String name, byte[] seed) {
    static Place of(Function<ModelFiles, ModelSource> layout, HeldFiles files, String name) {
      return new Place(layout, files, name, files.files().get(name));
    }

    static Place of(HeldFiles files, String name, String seed) {
      return new Place(SettingsFuzzTest::huggingFace, files, name, TinyBert.utf8(seed));
    }
  }

  private static final HeldFiles GOOGLE = new HeldFiles(new TinyBert("bert/").checkpoint());
  private static final HeldFiles EASY = new HeldFiles(new TinyBert("bert/").savedModel());
  private static final HeldFiles HUGGING_FACE =
      new HeldFiles(new TinyHuggingFace(new TinyBert("bert/")).files());

  /** GTE's configuration with the keys of its own code. */
  private static final String NEW =
      "{\"model_type\":\"new\",\"vocab_size\":110,\"hidden_size\":24,\"num_hidden_layers\":2,"
          + "\"num_attention_heads\":2,\"intermediate_size\":40,\"max_position_embeddings\":96,"
          + "\"rope_theta\":20000,\"rope_scaling\":{\"type\":\"ntk\",\"factor\":8.0}}";

  /** ModernBERT's configuration with the keys of transformers 4. */
  private static final String MODERNBERT_4 =
      "{\"model_type\":\"modernbert\",\"vocab_size\":361,\"hidden_size\":24,"
          + "\"num_hidden_layers\":3,\"num_attention_heads\":2,\"intermediate_size\":32,"
          + "\"max_position_embeddings\":200,\"local_attention\":10,"
          + "\"global_attn_every_n_layers\":3,\"global_rope_theta\":160000.0,"
          + "\"local_rope_theta\":10000.0}";

  /** NomicBERT's configuration with the keys of its own code. */
  private static final String NOMIC_HUB =
      "{\"model_type\":\"nomic_bert\",\"vocab_size\":223,\"n_embd\":24,\"n_layer\":2,\"n_head\":2,"
          + "\"n_inner\":40,\"n_positions\":96,\"activation_function\":\"swiglu\","
          + "\"qkv_proj_bias\":false,\"mlp_fc1_bias\":false,\"mlp_fc2_bias\":false,"
          + "\"rotary_emb_base\":1000}";

  private static final List<Place> PLACES =
      List.of(
          Place.of(SettingsFuzzTest::huggingFace, HUGGING_FACE, "config.json"),
          Place.of(SettingsFuzzTest::huggingFace, HUGGING_FACE, "vocab.txt"),
          Place.of(SettingsFuzzTest::huggingFace, HUGGING_FACE, "tokenizer_config.json"),
          Place.of(HUGGING_FACE, "tokenizer.json", tokenizer()),
          Place.of(sharded(), "model.safetensors.index.json", index()),
          Place.of(files -> new CheckpointSource("it", files), GOOGLE, "bert_config.json"),
          Place.of(files -> new SavedModelSource("it", files), EASY, "assets/model.json"),
          Place.of(SettingsFuzzTest::huggingFace, architecture("albert"), "config.json"),
          Place.of(SettingsFuzzTest::huggingFace, architecture("camembert"), "config.json"),
          Place.of(SettingsFuzzTest::huggingFace, withTaskHead(), "config.json"),
          Place.of(SettingsFuzzTest::inSentenceTransformers, bundled(), "modules.json"),
          Place.of(
              SettingsFuzzTest::inSentenceTransformers,
              bundled(),
              "config_sentence_transformers.json"),
          golden("deberta-v2"),
          golden("deberta-v2-own"),
          golden("gte"),
          golden("modernbert"),
          golden("mpnet"),
          golden("nomic-bert"),
          golden("task/modernbert-mean"),
          Place.of(golden("gte").files(), "config.json", NEW),
          Place.of(golden("modernbert").files(), "config.json", MODERNBERT_4),
          Place.of(golden("nomic-bert").files(), "config.json", NOMIC_HUB));

  /** Returns a checkpoint of transformers 5. */
  private static Place golden(String name) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all =
        Files.list(Path.of(GoldenModel.class.getResource("golden/" + name).toURI()))) {
      for (Path file : all.filter(some -> !some.toString().endsWith(".gz")).toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
    return Place.of(SettingsFuzzTest::huggingFace, new HeldFiles(files), "config.json");
  }

  static Stream<byte[]> texts() {
    return IntStream.range(0, PLACES.size())
        .mapToObj(
            place -> {
              ByteArrayOutputStream input = new ByteArrayOutputStream();
              input.write(place);
              input.writeBytes(PLACES.get(place).seed());
              return input.toByteArray();
            });
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = "100s")
  void anyTextIsReadOrRefused(byte[] input) {
    if (input.length > 0) {
      Place place = PLACES.get((input[0] & 0xff) % PLACES.size());
      byte[] text = Arrays.copyOfRange(input, 1, input.length);
      place.files().with(place.name(), text).areReadOrRefused(place.layout());
    }
  }

  private static ModelSource huggingFace(ModelFiles files) {
    return new HuggingFaceSource("it", files);
  }

  private static HeldFiles architecture(String type) {
    return new HeldFiles(new TinyHuggingFace(new TinyBert("bert/")).files(type));
  }

  private static ModelSource inSentenceTransformers(ModelFiles files) {
    return () -> {
      SentenceTransformers made = SentenceTransformers.of(files);
      BertModel model = huggingFace(made.encoder()).read();
      return model.withPurpose(made.complete(model.purpose()));
    };
  }

  /** Returns a cross-encoder of sentence-transformers. */
  private static HeldFiles bundled() {
    String modules =
        "[{\"path\":\"\",\"type\":\"sentence_transformers.base.modules.transformer.Transformer\"}]";
    String settings =
        "{\"model_type\":\"CrossEncoder\",\"activation_fn\":\"torch.nn.modules.linear.Identity\"}";
    return withTaskHead()
        .with("modules.json", TinyBert.utf8(modules))
        .with("config_sentence_transformers.json", TinyBert.utf8(settings));
  }

  private static HeldFiles withTaskHead() {
    return new HeldFiles(
        new TinyHuggingFace(new TinyBert("bert/")).withTaskHead("one", "two").files());
  }

  /** Returns a model whose weights are in one shard. */
  private static HeldFiles sharded() {
    HeldFiles files =
        HUGGING_FACE.with("a.safetensors", HUGGING_FACE.files().get(Safetensors.FILE));
    files.files().remove(Safetensors.FILE);
    return files;
  }

  private static String index() {
    StringBuilder map = new StringBuilder();
    for (String tensor : new TinyHuggingFace(new TinyBert("bert/")).tensors.keySet()) {
      map.append(map.isEmpty() ? "" : ",").append("\"" + tensor + "\":\"a.safetensors\"");
    }
    return "{\"weight_map\":{" + map + "}}";
  }

  private static String tokenizer() {
    return "{\"added_tokens\":[{\"id\":2,\"content\":\"[CLS]\"}],"
        + "\"normalizer\":{\"type\":\"BertNormalizer\",\"lowercase\":true},"
        + "\"model\":{\"type\":\"WordPiece\",\"vocab\":{\"[PAD]\":0,\"[UNK]\":1,\"[CLS]\":2,\"[SEP]\":3}}}";
  }
}
