package io.sextant.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.BertWeights;
import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.Tensor;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the weights of a BERT with a masked-LM head like {@code save_pretrained}: config.json and
 * model.safetensors.
 */
final class HuggingFaceFolder {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, float[]> values = new LinkedHashMap<>();
  private final Map<String, Object> header = new LinkedHashMap<>();
  private long offset;

  private HuggingFaceFolder() {}

  static Path write(BertModel model, Path folder) throws IOException {
    Files.createDirectories(folder);
    JSON.writeValue(folder.resolve("config.json").toFile(), config(model.config()));
    HuggingFaceFolder tensors = new HuggingFaceFolder();
    tensors.addAll(model.weights());
    tensors.add("cls.predictions.transform.dense", model.maskedLm().transform());
    tensors.add("cls.predictions.transform.LayerNorm", model.maskedLm().norm());
    tensors.add("cls.predictions.bias", model.maskedLm().outputBias());
    tensors.write(folder.resolve("model.safetensors"));
    return folder;
  }

  private static Map<String, Object> config(BertConfig config) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model_type", "bert");
    json.put("architectures", List.of("BertForMaskedLM"));
    json.put("hidden_act", "gelu");
    json.put("hidden_size", config.hidden());
    json.put("intermediate_size", config.intermediate());
    json.put("layer_norm_eps", config.layerNormEpsilon());
    json.put("max_position_embeddings", config.positions());
    json.put("num_attention_heads", config.heads());
    json.put("num_hidden_layers", config.layers());
    json.put("type_vocab_size", config.tokenTypes());
    json.put("vocab_size", config.vocabularySize());
    return json;
  }

  private void addAll(BertWeights weights) {
    add("bert.embeddings.word_embeddings.weight", weights.wordEmbeddings());
    add("bert.embeddings.position_embeddings.weight", weights.positionEmbeddings());
    add("bert.embeddings.token_type_embeddings.weight", weights.tokenTypeEmbeddings());
    add("bert.embeddings.LayerNorm", weights.embeddingNorm());
    for (int l = 0; l < weights.layers().size(); l++) {
      EncoderLayer layer = weights.layers().get(l);
      String name = "bert.encoder.layer." + l;
      add(name + ".attention.self.query", layer.query());
      add(name + ".attention.self.key", layer.key());
      add(name + ".attention.self.value", layer.value());
      add(name + ".attention.output.dense", layer.attentionOutput());
      add(name + ".attention.output.LayerNorm", layer.attentionNorm());
      add(name + ".intermediate.dense", layer.feedForward().intermediate());
      add(name + ".output.dense", layer.feedForward().output());
      add(name + ".output.LayerNorm", layer.feedForwardNorm());
    }
  }

  private void add(String name, LayerNorm norm) {
    add(name + ".weight", norm.gamma());
    add(name + ".bias", norm.beta());
  }

  /** Adds a linear layer; PyTorch stores its weight as [out, in]. */
  private void add(String name, Dense dense) {
    int in = dense.kernel().shape().get(0);
    int out = dense.kernel().shape().get(1);
    float[] kernel = dense.kernel().toArray();
    float[] transposed = new float[kernel.length];
    for (int i = 0; i < in; i++) {
      for (int o = 0; o < out; o++) {
        transposed[o * in + i] = kernel[i * out + o];
      }
    }
    add(name + ".weight", List.of(out, in), transposed);
    add(name + ".bias", dense.bias());
  }

  private void add(String name, Tensor tensor) {
    add(name, tensor.shape(), tensor.toArray());
  }

  private void add(String name, List<Integer> shape, float[] data) {
    long end = offset + 4L * data.length;
    header.put(name, Map.of("dtype", "F32", "shape", shape, "data_offsets", List.of(offset, end)));
    values.put(name, data);
    offset = end;
  }

  private void write(Path file) throws IOException {
    header.put("__metadata__", Map.of("format", "pt"));
    byte[] json = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeLong(Long.reverseBytes(json.length));
      out.write(json);
      for (float[] data : values.values()) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(data);
        out.write(bytes.array());
      }
    }
  }
}
