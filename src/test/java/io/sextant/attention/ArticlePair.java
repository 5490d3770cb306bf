package io.sextant.attention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentenceBounds;
import io.sextant.text.SentencePair;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** The article's pair, as BERT-Base uncased encodes it, and its attention in float64. */
public final class ArticlePair {
  public static final int LAYERS = 12;
  public static final int HEADS = 12;

  private ArticlePair() {}

  public static EncodedPair encoded() {
    try (InputStream in = ArticlePair.class.getResourceAsStream("article-pair.json")) {
      JsonNode pair = new ObjectMapper().readTree(in);
      List<String> tokens =
          StreamSupport.stream(pair.get("tokens").spliterator(), false)
              .map(JsonNode::asText)
              .toList();
      // There are no words; only delimiters are marked.
      int[] wordOf = tokens.stream().mapToInt(token -> token.startsWith("[") ? -1 : 0).toArray();
      return new EncodedPair(
          new SentencePair(
              "article",
              null,
              "I went to the store.",
              "At the store, I bought fresh strawberries."),
          tokens,
          ints(pair.get("ids")),
          ints(pair.get("token_types")),
          wordOf,
          List.of(),
          new SentenceBounds(tokens.indexOf("[SEP]"), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the attention of a layer: heads n n weights. */
  public static float[] attention(int layer) {
    int n = encoded().size();
    float[] weights = new float[HEADS * n * n];
    byte[] bytes = new byte[LAYERS * weights.length * Float.BYTES];
    try (InputStream in = ArticlePair.class.getResourceAsStream("article-attention.f32.gz");
        DataInputStream data = new DataInputStream(new GZIPInputStream(in))) {
      data.readFully(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(layer * weights.length, weights);
    return weights;
  }

  private static int[] ints(JsonNode array) {
    return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
  }
}
