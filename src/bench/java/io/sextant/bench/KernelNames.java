package io.sextant.bench;

import io.sextant.bert.BertConfig;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names what a kernel does for the encoder, from its line in oneDNN's profile. */
final class KernelNames {
  private static final String NORMS = "norms of values";

  private static final Pattern CHANNELS = Pattern.compile("_ic(\\d+)oc(\\d+)_");

  private final BertConfig config;

  KernelNames(BertConfig config) {
    this.config = config;
  }

  /**
   * Returns the name, or kernel and shape if the purpose is unknown.
   *
   * @param fields the fields of the line, split at commas
   */
  String of(List<String> fields) {
    int exec = fields.indexOf("exec");
    String kernel = fields.get(exec + 2);
    String arrays = fields.get(exec + 5);
    String attributes = fields.get(exec + 6);
    String shape = fields.get(fields.size() - 2);
    return switch (kernel) {
      case "softmax" -> "softmax";
      case "layer_normalization" -> "layer norms";
      case "reorder" -> "conversions";
      case "matmul" -> product(arrays, attributes, shape);
      case "convolution" -> convolution(arrays, shape);
      default -> kernel + " " + shape;
    };
  }

  /**
   * Returns the name of a matrix product; a shape is {@code [heads x] rows x in : [heads x] in x
   * out}.
   */
  private String product(String arrays, String attributes, String shape) {
    int[] right =
        Arrays.stream(shape.substring(shape.indexOf(':') + 1).split("x"))
            .mapToInt(Integer::parseInt)
            .toArray();
    return right.length == 2
        ? linear(right[0], right[1], arrays, shape)
        : withinHeads(arrays, attributes);
  }

  /**
   * Returns the name of a linear layer that is a 1 x 1 convolution; its shape begins with {@code
   * mb1_ic[in]oc[out]_}.
   */
  private String convolution(String arrays, String shape) {
    Matcher channels = CHANNELS.matcher(shape);
    return channels.find()
        ? linear(
            Integer.parseInt(channels.group(1)), Integer.parseInt(channels.group(2)), arrays, shape)
        : "convolution " + shape;
  }

  private String linear(int in, int out, String arrays, String shape) {
    int hidden = config.hidden();
    int wide = config.intermediate();
    if (in == wide && out == hidden) {
      return "FFN out";
    }
    if (in == hidden && out == wide) {
      return "FFN in + " + config.activation();
    }
    if (in == hidden && (out == 3 * hidden || out == 2 * hidden)) {
      return "projections Q, K, V";
    }
    if (in == hidden && out == hidden) {
      // The last layer's values are needed only for the norms and are computed separately from its
      // queries and keys.
      return arrays.contains(":" + 3 * hidden + "x1:") ? NORMS : "attention output";
    }
    return in == hidden && out == config.heads() ? NORMS : "matmul " + shape;
  }

  /**
   * Returns the name of a product within heads: queries have the projections' strides, weights are
   * dense.
   */
  private static String withinHeads(String arrays, String attributes) {
    if (attributes.contains("eltwise_square")) {
      return NORMS;
    }
    return arrays.split(" ")[0].contains(":abc:") ? "contexts" : "scores";
  }
}
