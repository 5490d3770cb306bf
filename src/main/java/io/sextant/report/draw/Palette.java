package io.sextant.report.draw;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A few colours for an image. Of all boxes of colours, the one with the greatest sum of squared
 * deviations in red, green or blue is split at the mean, until there are enough boxes (Wan,
 * Prusinkiewicz and Wong 1990).
 */
final class Palette {

  /** A colour, 0xrrggbb, and the number of its pixels. */
  private record Count(int rgb, long pixels) {
    int component(int shift) {
      return rgb >> shift & 0xff;
    }
  }

  private Palette() {}

  /**
   * Returns an opaque image with a palette. An image that has no more colours keeps them exactly.
   *
   * @param most the number of colours, 2 to 256
   */
  static BufferedImage indexed(BufferedImage image, int most) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    List<Box> boxes = boxes(count(pixels), most);
    Map<Integer, Byte> places = new HashMap<>();
    for (int box = 0; box < boxes.size(); box++) {
      for (Count color : boxes.get(box).colors) {
        places.put(color.rgb, (byte) box);
      }
    }
    int[] colors = boxes.stream().mapToInt(Box::color).toArray();
    IndexColorModel model =
        new IndexColorModel(8, colors.length, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage indexed =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] row = new byte[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        row[x] = places.get(pixels[y * width + x] & 0xffffff);
      }
      indexed.getRaster().setDataElements(0, y, width, 1, row);
    }
    return indexed;
  }

  private static List<Count> count(int[] pixels) {
    int[] sorted = pixels.clone();
    Arrays.sort(sorted);
    List<Count> counts = new ArrayList<>();
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      counts.add(new Count(sorted[from] & 0xffffff, to - from));
      from = to;
    }
    return counts;
  }

  private static List<Box> boxes(List<Count> colors, int most) {
    PriorityQueue<Box> boxes =
        new PriorityQueue<>(Comparator.comparingDouble((Box box) -> box.deviation).reversed());
    boxes.add(new Box(colors));
    while (boxes.size() < most && boxes.peek().deviation > 0) {
      Box widest = boxes.remove();
      boxes.add(widest.half(true));
      boxes.add(widest.half(false));
    }
    return new ArrayList<>(boxes);
  }

  /** Colours that share a place in the palette. */
  private static final class Box {
    private final List<Count> colors;
    private final long pixels;
    private double deviation;
    private int shift;

    Box(List<Count> colors) {
      this.colors = colors;
      this.pixels = colors.stream().mapToLong(Count::pixels).sum();
      for (int component : new int[] {16, 8, 0}) {
        double mean = mean(component);
        double sum = 0;
        for (Count color : colors) {
          double distance = color.component(component) - mean;
          sum += color.pixels * distance * distance;
        }
        if (sum > deviation) {
          deviation = sum;
          shift = component;
        }
      }
    }

    private double mean(int component) {
      double sum = 0;
      for (Count color : colors) {
        sum += (double) color.pixels * color.component(component);
      }
      return sum / pixels;
    }

    Box half(boolean below) {
      double mean = mean(shift);
      return new Box(
          colors.stream().filter(color -> color.component(shift) <= mean == below).toList());
    }

    /** Returns the colour of at least half of the pixels, which areas keep, or else the mean. */
    int color() {
      Count frequent = colors.stream().max(Comparator.comparingLong(Count::pixels)).orElseThrow();
      return 2 * frequent.pixels >= pixels
          ? frequent.rgb
          : (int) Math.round(mean(16)) << 16
              | (int) Math.round(mean(8)) << 8
              | (int) Math.round(mean(0));
    }
  }
}
