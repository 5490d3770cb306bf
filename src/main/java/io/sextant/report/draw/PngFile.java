package io.sextant.report.draw;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes a figure as a PNG file on white, with 300 dots per inch, which its metadata states. The
 * file has a palette of 256 colours, and of fewer, down to 16, where it would exceed 2 MB.
 */
public final class PngFile {
  /** Pixels per point. */
  public static final double SCALE = 300 / 72.0;

  private static final int MOST_COLORS = 256;
  private static final int FEWEST_COLORS = 16;
  private static final int LARGEST = 2_000_000;
  private static final int PIXELS_PER_METRE = 11_811;
  private static final String PNG_METADATA = "javax_imageio_png_1.0";

  private PngFile() {}

  public static void write(Figure figure, Typeface typeface, Path file) throws IOException {
    BufferedImage image = image(figure, typeface);
    int colors = MOST_COLORS;
    byte[] bytes = bytes(Palette.indexed(image, colors));
    while (bytes.length > LARGEST && colors > FEWEST_COLORS) {
      colors /= 2;
      bytes = bytes(Palette.indexed(image, colors));
    }
    Files.write(file, bytes);
  }

  private static byte[] bytes(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam smallest = writer.getDefaultWriteParam();
      smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      smallest.setCompressionQuality(0);
      writer.write(null, new IIOImage(image, null, resolution(writer, image)), smallest);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage image(Figure figure, Typeface typeface) {
    int width = (int) Math.round(figure.width() * SCALE);
    int height = (int) Math.round(figure.height() * SCALE);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(SCALE, SCALE);
    Pen pen = Pen.drawing(graphics, typeface);
    pen.fill(0, 0, figure.width() + 1, figure.height() + 1, Pen.PAPER);
    figure.draw(pen);
    graphics.dispose();
    return image;
  }

  private static IIOMetadata resolution(ImageWriter writer, BufferedImage image)
      throws IOException {
    IIOMetadataNode physical = new IIOMetadataNode("pHYs");
    physical.setAttribute("pixelsPerUnitXAxis", Integer.toString(PIXELS_PER_METRE));
    physical.setAttribute("pixelsPerUnitYAxis", Integer.toString(PIXELS_PER_METRE));
    physical.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(PNG_METADATA);
    root.appendChild(physical);
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
    metadata.mergeTree(PNG_METADATA, root);
    return metadata;
  }
}
