package io.sextant.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes an encoder of any size with random weights like {@code save_pretrained}, tensor by tensor,
 * so that it need not fit into memory. Weights have a standard deviation of .02; layer norms do
 * nothing.
 */
final class RandomCheckpoint {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int POSITIONS = 512;
  private static final int HEAD_SIZE = 64;
  private static final double DEVIATION = .02;

  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Random random = new Random(1);
  private long offset;

  private RandomCheckpoint() {}

  /** Writes the encoder with the tokens of a vocabulary file. */
  static Path write(Path folder, int layers, int heads, Path vocabulary) throws IOException {
    Files.createDirectories(folder);
    Files.copy(vocabulary, folder.resolve("vocab.txt"), StandardCopyOption.REPLACE_EXISTING);
    int hidden = heads * HEAD_SIZE;
    int words = Files.readAllLines(vocabulary).size();
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("model_type", "bert");
    config.put("architectures", List.of("BertModel"));
    config.put("hidden_act", "gelu");
    config.put("hidden_size", hidden);
    config.put("intermediate_size", 4 * hidden);
    config.put("layer_norm_eps", 1e-12);
    config.put("max_position_embeddings", POSITIONS);
    config.put("num_attention_heads", heads);
    config.put("num_hidden_layers", layers);
    config.put("type_vocab_size", 2);
    config.put("vocab_size", words);
    JSON.writeValue(folder.resolve("config.json").toFile(), config);
    JSON.writeValue(
        folder.resolve("tokenizer_config.json").toFile(), Map.of("do_lower_case", true));
    RandomCheckpoint tensors = new RandomCheckpoint();
    tensors.add("embeddings.word_embeddings.weight", words, hidden);
    tensors.add("embeddings.position_embeddings.weight", POSITIONS, hidden);
    tensors.add("embeddings.token_type_embeddings.weight", 2, hidden);
    tensors.add("embeddings.LayerNorm.weight", hidden);
    tensors.add("embeddings.LayerNorm.bias", hidden);
    for (int l = 0; l < layers; l++) {
      String layer = "encoder.layer." + l + ".";
      for (String part : List.of("query", "key", "value")) {
        tensors.addDense(layer + "attention.self." + part, hidden, hidden);
      }
      tensors.addDense(layer + "attention.output.dense", hidden, hidden);
      tensors.add(layer + "attention.output.LayerNorm.weight", hidden);
      tensors.add(layer + "attention.output.LayerNorm.bias", hidden);
      tensors.addDense(layer + "intermediate.dense", 4 * hidden, hidden);
      tensors.addDense(layer + "output.dense", hidden, 4 * hidden);
      tensors.add(layer + "output.LayerNorm.weight", hidden);
      tensors.add(layer + "output.LayerNorm.bias", hidden);
    }
    tensors.write(folder.resolve("model.safetensors"));
    return folder;
  }

  private void addDense(String name, int out, int in) {
    add(name + ".weight", out, in);
    add(name + ".bias", out);
  }

  private void add(String name, int... shape) {
    long size = Float.BYTES;
    for (int of : shape) {
      size *= of;
    }
    header.put(
        name,
        Map.of("dtype", "F32", "shape", shape, "data_offsets", List.of(offset, offset + size)));
    offset += size;
  }

  private void write(Path file) throws IOException {
    byte[] json = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeLong(Long.reverseBytes(json.length));
      out.write(json);
      for (Map.Entry<String, Object> tensor : header.entrySet()) {
        int[] shape = (int[]) ((Map<?, ?>) tensor.getValue()).get("shape");
        int row = shape[shape.length - 1];
        for (int r = 0; r < (shape.length == 1 ? 1 : shape[0]); r++) {
          out.write(row(tensor.getKey(), row));
        }
      }
    }
  }

  private byte[] row(String name, int size) {
    ByteBuffer bytes = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < size; i++) {
      boolean ofNorm = name.contains("LayerNorm");
      float norm = name.endsWith("weight") ? 1 : 0;
      bytes.putFloat(ofNorm ? norm : (float) (DEVIATION * random.nextGaussian()));
    }
    return bytes.array();
  }
}
