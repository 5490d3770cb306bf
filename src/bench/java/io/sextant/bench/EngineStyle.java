package io.sextant.bench;

import java.awt.Color;
import java.util.Map;

/**
 * The look of an engine in the chart: sextant's in shades of blue by precision, the others in
 * greys.
 *
 * @param label the name in the chart
 */
record EngineStyle(String label, Color color) {
  private static final Map<String, String> TITLES =
      Map.of(
          "torch",
          "PyTorch",
          "libtorch",
          "libtorch by DJL",
          "onnxruntime",
          "ONNX Runtime",
          "sextant-onednn",
          "Sextant",
          "sextant-all",
          "Sextant, all statistics,");
  private static final Map<String, Color> BLUES =
      Map.of(
          "f32", new Color(0x5292d0), "bf16", new Color(0x1d5aa6), "bf16x3", new Color(0x9cc3e8));
  private static final Color GREY = new Color(0xb4b8bd);
  private static final Color DARK_GREY = new Color(0x85898f);

  /** Returns the style of an engine with a name of the form {@code library-precision}. */
  static EngineStyle of(String engine) {
    int dash = engine.lastIndexOf('-');
    String library = engine.substring(0, dash);
    String precision = engine.substring(dash + 1);
    Color grey = precision.equals("f32") ? GREY : DARK_GREY;
    Color color = library.startsWith("sextant") ? BLUES.getOrDefault(precision, GREY) : grey;
    return new EngineStyle(TITLES.getOrDefault(library, library) + " " + precision, color);
  }
}
