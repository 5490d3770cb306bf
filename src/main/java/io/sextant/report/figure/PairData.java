package io.sextant.report.figure;

import io.sextant.report.draw.ColorScale;
import io.sextant.report.draw.HeadColors;
import io.sextant.report.draw.Printable;
import io.sextant.view.PairVectors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts a pair to the data that the page's scripts read ({@code pair.js}). The scripts compute
 * the attention maps from the queries and keys.
 */
public final class PairData {
  private static final int LONGEST = 100;

  private PairData() {}

  private record Shape(int layers, int heads) {}

  /** Numbers as 16-bit integers in base64, and the unit by which they are multiplied. */
  private record Packed(double unit, String values) {}

  public static Map<String, Object> of(PairVectors pair) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("app", "pair");
    data.put("shape", new Shape(pair.layers().size(), pair.heads()));
    data.put("headSize", pair.headSize());
    data.put("sampled", pair.sampled());
    data.put("scales", ColorScale.all());
    data.put("headColors", HeadColors.all());
    data.put("tokens", tokens(pair));
    data.put("segments", pair.segments());
    data.put("wordOf", pair.wordOf());
    data.put("words", Printable.cut(pair.words(), LONGEST));
    data.put("rotated", pair.layers().stream().anyMatch(PairVectors.Layer::rotated));
    data.put("terms", pair.layers().get(0).terms());
    data.put("vectors", pair.layers().stream().map(layer -> vectors(pair, layer)).toList());
    return data;
  }

  private static Map<String, Object> vectors(PairVectors pair, PairVectors.Layer layer) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("queries", packed(layer.queries()));
    data.put("keys", packed(layer.keys()));
    List<List<Float>> offsets = layer.offsetsByDistance(pair.size(), pair.heads());
    if (!offsets.isEmpty()) {
      data.put("offsets", offsets);
    }
    if (layer.positions() != null) {
      data.put("positions", layer.positions().perHead().stream().map(PairData::packed).toList());
    }
    return data;
  }

  static List<String> tokens(PairVectors pair) {
    return Printable.cut(pair.tokens(), LONGEST);
  }

  /**
   * Packs numbers as little-endian 16-bit integers in base64, with the unit by which they are
   * multiplied. Errors are below 1/65,000 of the largest number.
   */
  private static Packed packed(double[] numbers) {
    double largest = Double.MIN_NORMAL;
    for (double number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    double unit = largest / Short.MAX_VALUE;
    ByteBuffer bytes = ByteBuffer.allocate(2 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double number : numbers) {
      bytes.putShort((short) Math.round(number / unit));
    }
    return new Packed(unit, Base64.getEncoder().encodeToString(bytes.array()));
  }
}
