package io.sextant.bert;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sextant.bert.files.ModelFiles;
import io.sextant.bert.huggingface.HuggingFaceSource;
import io.sextant.bert.huggingface.SentenceTransformers;
import io.sextant.bert.safetensors.Safetensors;
import io.sextant.bert.tensorflow.CheckpointSource;
import io.sextant.bert.tensorflow.SavedModelSource;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
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
              "config_sentence_transformers.json"));

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
