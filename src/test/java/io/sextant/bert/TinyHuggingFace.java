package io.sextant.bert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.bert.huggingface.EncoderNames;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A {@link TinyBert} in Hugging Face's layout, which tests can damage before it is written. */
public final class TinyHuggingFace {

  /** A tensor to write. */
  public record Stored(String dtype, int[] shape, byte[] bytes) {

    /** Returns the tensor with another first byte. */
    Stored changed() {
      byte[] other = bytes.clone();
      other[0]++;
      return new Stored(dtype, shape, other);
    }
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public final Map<String, Stored> tensors = new LinkedHashMap<>();
  public final ObjectNode config = MAPPER.createObjectNode();
  public String vocabulary;

  public TinyHuggingFace(TinyBert bert) {
    vocabulary = bert.vocabulary;
    config
        .put("model_type", "bert")
        .put("hidden_act", "gelu")
        .put("hidden_size", TinyBert.HIDDEN)
        .put("num_attention_heads", 1)
        .put("num_hidden_layers", 2)
        .put("intermediate_size", 6)
        .put("vocab_size", (int) vocabulary.lines().count())
        .put("max_position_embeddings", (int) bert.config.get("max_position_embeddings"))
        .put("type_vocab_size", 2)
        .put("layer_norm_eps", 1e-12);
    bert.tensors.forEach(
        (name, value) -> {
          boolean encoder = name.startsWith("bert/") && !name.endsWith("adam_m");
          if (encoder || name.startsWith("cls/")) {
            tensors.put(rename(name), stored(value, name.endsWith("kernel")));
          }
        });
  }

  /** Adds a pooler and a classifier of the labels. */
  public TinyHuggingFace withTaskHead(String... labels) {
    config.putArray("architectures").add("BertForSequenceClassification");
    ObjectNode names = config.putObject("id2label");
    for (int label = 0; label < labels.length; label++) {
      names.put(String.valueOf(label), labels[label]);
    }
    put("bert.pooler.dense.weight", TinyBert.HIDDEN, TinyBert.HIDDEN);
    put("bert.pooler.dense.bias", TinyBert.HIDDEN);
    put("classifier.weight", labels.length, TinyBert.HIDDEN);
    put("classifier.bias", labels.length);
    return this;
  }

  private void put(String name, int... shape) {
    float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % 5 - 2) / 4f;
    }
    tensors.put(name, new Stored("F32", shape, new Value(1, shape, values, false).bytes()));
  }

  /** Returns the files of the layout for an architecture. */
  public Map<String, byte[]> files(String type) {
    config.put("model_type", type);
    if (type.equals("distilbert")) {
      rename(EncoderNames.DISTILBERT);
      config.put("hidden_dim", 6);
    } else if (type.equals("albert")) {
      share();
      config.put("embedding_size", TinyBert.HIDDEN).put("tokenizer_class", "BertTokenizer");
    } else if (type.equals("camembert")) {
      config.put("tokenizer_class", "BertTokenizer");
    } else if (type.equals("electra")) {
      config.put("embedding_size", TinyBert.HIDDEN);
    } else if (type.equals("roberta")) {
      config.put("pad_token_id", 1);
    }
    return files();
  }

  /** Leaves ALBERT's only layer, and adds a projection of the embeddings that changes nothing. */
  private void share() {
    tensors.keySet().removeIf(name -> name.contains(EncoderNames.BERT.layers() + 1));
    rename(EncoderNames.ALBERT);
    String projection = "bert.encoder.embedding_hidden_mapping_in.";
    int width = TinyBert.HIDDEN;
    float[] identity = new float[width * width];
    for (int i = 0; i < width; i++) {
      identity[i * width + i] = 1;
    }
    int[] square = {width, width};
    int[] line = {width};
    tensors.put(
        projection + "weight",
        new Stored("F32", square, new Value(1, square, identity, false).bytes()));
    tensors.put(
        projection + "bias",
        new Stored("F32", line, new Value(1, line, new float[width], false).bytes()));
  }

  private void rename(EncoderNames names) {
    Map<String, Stored> renamed = new LinkedHashMap<>();
    tensors.forEach(
        (name, stored) ->
            renamed.put(
                name.replace(EncoderNames.BERT.layers(), names.layers())
                    .replace(
                        EncoderNames.BERT.attention().query().module(),
                        names.attention().query().module())
                    .replace(
                        EncoderNames.BERT.attention().key().module(),
                        names.attention().key().module())
                    .replace(
                        EncoderNames.BERT.attention().value().module(),
                        names.attention().value().module())
                    .replace(EncoderNames.BERT.attention().output(), names.attention().output())
                    .replace(EncoderNames.BERT.attention().norm(), names.attention().norm())
                    .replace(
                        EncoderNames.BERT.feedForward().intermediate().module(),
                        names.feedForward().intermediate().module())
                    .replace(
                        "." + EncoderNames.BERT.feedForward().output() + ".",
                        "." + names.feedForward().output() + ".")
                    .replace(
                        "." + EncoderNames.BERT.feedForward().norm() + ".",
                        "." + names.feedForward().norm() + "."),
                stored));
    tensors.clear();
    tensors.putAll(renamed);
  }

  /** Returns the files of the layout. */
  public Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("config.json", TinyBert.utf8(config.toString()));
    files.put("vocab.txt", TinyBert.utf8(vocabulary));
    files.put("tokenizer_config.json", TinyBert.utf8("{\"do_lower_case\":true}"));
    files.put("model.safetensors", safetensors(header(tensors), tensors));
    return files;
  }

  /** Returns the header of tensors that are stored one after the other. */
  public static ObjectNode header(Map<String, Stored> tensors) {
    ObjectNode header = MAPPER.createObjectNode();
    int begin = 0;
    for (Map.Entry<String, Stored> tensor : tensors.entrySet()) {
      Stored stored = tensor.getValue();
      ObjectNode entry = header.putObject(tensor.getKey()).put("dtype", stored.dtype());
      for (int dimension : stored.shape()) {
        entry.withArray("shape").add(dimension);
      }
      if (stored.shape().length == 0) {
        entry.putArray("shape");
      }
      entry.putArray("data_offsets").add(begin).add(begin + stored.bytes().length);
      begin += stored.bytes().length;
    }
    return header;
  }

  /** Returns a file with a header, which may be wrong, and the tensors' bytes. */
  public static byte[] safetensors(ObjectNode header, Map<String, Stored> tensors) {
    byte[] json = TinyBert.utf8(header.toString());
    int size = tensors.values().stream().mapToInt(stored -> stored.bytes().length).sum();
    ByteBuffer file = ByteBuffer.allocate(8 + json.length + size).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    tensors.values().forEach(stored -> file.put(stored.bytes()));
    return file.array();
  }

  private static Stored stored(Value value, boolean transpose) {
    if (!transpose) {
      return new Stored("F32", value.shape(), value.bytes());
    }
    int in = value.shape()[0];
    int out = value.shape()[1];
    float[] turned = new float[in * out];
    for (int i = 0; i < in; i++) {
      for (int o = 0; o < out; o++) {
        turned[o * in + i] = value.values()[i * out + o];
      }
    }
    int[] shape = {out, in};
    return new Stored("F32", shape, new Value(1, shape, turned, false).bytes());
  }

  private static String rename(String name) {
    return name.replace('/', '.')
        .replace("output_bias", "bias")
        .replace("layer_", "layer.")
        .replace("_embeddings", "_embeddings.weight")
        .replace("kernel", "weight")
        .replace("gamma", "weight")
        .replace("beta", "bias");
  }
}
