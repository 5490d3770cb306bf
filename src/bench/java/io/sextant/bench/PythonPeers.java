package io.sextant.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.text.EncodedPair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Hugging Face transformers and ONNX Runtime, in one Python process that runs {@code peers.py} and
 * answers line by line, so that its laps can alternate with the other engines' within a round.
 */
final class PythonPeers implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Writer requests;
  private final BufferedReader answers;
  private final JsonNode versions;

  /**
   * Starts the peers. Where our kernels keep to AVX2, PyTorch's do; ONNX Runtime has no setting for
   * it.
   *
   * @param folder the model as {@code save_pretrained} writes it
   */
  PythonPeers(Path python, Path folder, List<PairSet> sets, Path work) {
    try {
      Path file = work.resolve("sets.json");
      JSON.writeValue(file.toFile(), json(sets));
      ProcessBuilder builder =
          new ProcessBuilder(
              python.toString(),
              "src/bench/python/peers.py",
              folder.toString(),
              file.toString(),
              work.toString());
      if (Machine.keepsToAvx2()) {
        builder
            .environment()
            .putAll(
                Map.of(
                    "ATEN_CPU_CAPABILITY", "avx2",
                    "MKL_ENABLE_INSTRUCTIONS", "AVX2",
                    "ONEDNN_MAX_CPU_ISA", "AVX2"));
      }
      process = builder.redirectError(work.resolve("peers.log").toFile()).start();
      requests = process.outputWriter();
      answers = process.inputReader();
      versions = answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the versions of the libraries by name. */
  JsonNode versions() {
    return versions;
  }

  /**
   * Returns the engine {@code torch-f32}, {@code torch-bf16}, {@code onnxruntime-f32}, or {@code
   * torch-ablations} for the effects of heads.
   */
  Engine engine(String name) {
    return new Peer(name);
  }

  private JsonNode answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IllegalStateException("the Python peers have stopped: see peers.log");
    }
    return JSON.readTree(line);
  }

  private static Map<String, List<Map<String, Object>>> json(List<PairSet> sets) {
    Map<String, List<Map<String, Object>>> json = new LinkedHashMap<>();
    for (PairSet set : sets) {
      List<Map<String, Object>> pairs = new ArrayList<>();
      for (EncodedPair pair : set.pairs()) {
        int[] delimiters = IntStream.range(0, pair.size()).filter(pair::isDelimiter).toArray();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("ids", pair.ids());
        one.put("types", pair.tokenTypes());
        one.put("delimiters", delimiters);
        one.put("masked", EffectEngine.masked(pair));
        pairs.add(one);
      }
      json.put(set.name(), pairs);
    }
    return json;
  }

  @Override
  public void close() {
    process.destroy();
  }

  private final class Peer implements Engine {
    private final String name;

    Peer(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Lap run(PairSet set) {
      try {
        requests.write(name + " " + set.name() + "\n");
        requests.flush();
        JsonNode lap = answer();
        Map<String, double[][]> shares = new LinkedHashMap<>();
        lap.get("shares")
            .properties()
            .forEach(
                metric ->
                    shares.put(
                        metric.getKey(), JSON.convertValue(metric.getValue(), double[][].class)));
        return new Lap(
            lap.get("seconds").asDouble(), lap.get("processor_seconds").asDouble(), shares);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {}
  }
}
