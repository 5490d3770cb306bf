package io.sextant.attention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A tiny random checkpoint in Hugging Face's layout, with the outputs of Hugging Face transformers
 * for some inputs, which src/test/python/make_golden.py computes.
 */
public enum GoldenModel {
  ALBERT,
  BERT,
  BERT_CASED,
  BERT_XLM_R,
  CAMEMBERT,
  DEBERTA_V2,
  DEBERTA_V2_OWN,
  DISTILBERT,
  ELECTRA,
  GTE,
  MODERNBERT,
  MODERNBERT_64,
  MPNET,
  NOMIC_BERT,
  ROBERTA,
  XLM_ROBERTA;

  /** An input and its attention: {@code maps[((layer * heads + head) * n + query) * n + key]}. */
  public record Input(JsonNode golden, float[] maps) {
    public SentencePair pair() {
      JsonNode b = golden.get("b");
      return new SentencePair("golden", null, golden.get("a").asText(), b.textValue());
    }
  }

  /** Returns the checkpoint's directory. */
  public Path directory() {
    return directory(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Returns the names of all checkpoints with a masked-LM head. */
  public static Stream<String> maskedLms() {
    return Stream.of(
        "albert",
        "bert",
        "bert-sharp",
        "bert-untied",
        "camembert",
        "deberta-v2",
        "deberta-v2-own",
        "distilbert",
        "electra",
        "gte",
        "modernbert",
        "mpnet",
        "nomic-bert",
        "roberta",
        "xlm-roberta");
  }

  /** Returns a smaller checkpoint with a masked-LM head, by its architecture's name. */
  public static Path maskedLm(String name) {
    return directory("masked-lm/" + name);
  }

  /** Returns a smaller checkpoint with a task head, by its architecture's name. */
  public static Path task(String name) {
    return directory("task/" + name);
  }

  private static Path directory(String name) {
    try {
      return Path.of(GoldenModel.class.getResource("golden/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  public List<Input> inputs(int layers, int heads) {
    try (InputStream zipped = Files.newInputStream(directory().resolve("attention.f32.gz"));
        InputStream maps = new GZIPInputStream(zipped)) {
      FloatBuffer floats =
          ByteBuffer.wrap(maps.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      List<Input> inputs = new ArrayList<>();
      for (JsonNode golden :
          new ObjectMapper().readTree(directory().resolve("golden.json").toFile())) {
        int n = golden.get("ids").size();
        float[] own = new float[layers * heads * n * n];
        floats.get(own);
        inputs.add(new Input(golden, own));
      }
      if (floats.hasRemaining()) {
        throw new AssertionError(floats.remaining() + " weights too many in " + directory());
      }
      return inputs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
