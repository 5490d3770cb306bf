package io.sextant.report.draw;

import io.sextant.report.draw.Typeface.Weight;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Draws lines, areas and aligned text, in points, on any {@link Graphics2D}. */
public final class Pen {
  public static final Color INK = new Color(0x1c1e21);
  public static final Color FAINT = new Color(0x5c6168);
  static final Color PAPER = Color.WHITE;
  public static final Color HATCH_GROUND = new Color(0xf6f6f4);

  private static final Color HATCH_LINES = new Color(0x8f959c);

  /** The size in points, the weight and the colour of a text. */
  public record Type(double size, Weight weight, Color color) {
    public static Type plain(double size, Color color) {
      return new Type(size, Weight.PLAIN, color);
    }

    public static Type bold(double size, Color color) {
      return new Type(size, Weight.BOLD, color);
    }
  }

  /** The point of a text that is placed at the given x. */
  public enum Anchor {
    START(0),
    MIDDLE(.5),
    END(1);

    private final double part;

    Anchor(double part) {
      this.part = part;
    }
  }

  private final Graphics2D graphics;
  private final Typeface typeface;
  private final boolean viewerHasFonts;

  private Pen(Graphics2D graphics, Typeface typeface, boolean viewerHasFonts) {
    this.graphics = graphics;
    this.typeface = typeface;
    this.viewerHasFonts = viewerHasFonts;
  }

  /** Returns a pen for a surface that shows the letters as this machine draws them. */
  static Pen drawing(Graphics2D graphics, Typeface typeface) {
    return new Pen(graphics, typeface, false);
  }

  /** Returns a pen for a surface whose texts a viewer draws in its own fonts. */
  static Pen writing(Graphics2D graphics, Typeface typeface) {
    return new Pen(graphics, typeface, true);
  }

  public void fill(double x, double y, double width, double height, Color color) {
    graphics.setPaint(color);
    graphics.fill(new Rectangle2D.Double(x, y, width, height));
  }

  public void line(double fromX, double fromY, double toX, double toY, double width, Color color) {
    graphics.setPaint(color);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    graphics.draw(new Line2D.Double(fromX, fromY, toX, toY));
  }

  /** Fills a square with diagonal lines, which stand for what was not measured. */
  public void hatch(double x, double y, double side) {
    fill(x, y, side, side, HATCH_GROUND);
    diagonals(x, y, side, HATCH_LINES);
  }

  /** Draws pale diagonal lines over a square, which stand for too few data. */
  public void hatchOver(double x, double y, double side, Color ground) {
    diagonals(x, y, side, CellInk.pale(ground));
  }

  private void diagonals(double x, double y, double side, Color color) {
    double step = Math.max(2, side / 6);
    for (double reach = step; reach < 2 * side; reach += step) {
      double inside = Math.min(reach, side);
      double outside = Math.max(0, reach - side);
      line(x + outside, y + inside, x + inside, y + outside, .45, color);
    }
  }

  /** Draws a text on the baseline y. */
  public void text(String text, double x, double y, Type type, Anchor anchor) {
    graphics.setPaint(type.color);
    Letters letters = typeface.letters(text, type.size, type.weight);
    double left = x - letters.width() * anchor.part;
    if (viewerHasFonts) {
      graphics.setFont(Typeface.described(type.size, type.weight));
      graphics.drawString(text, (float) left, (float) y);
    } else {
      typeface.draw(letters, graphics, left, y);
    }
  }

  /** Draws a text that reads upwards, centred on y. */
  public void textUp(String text, double x, double y, Type type) {
    AffineTransform upright = graphics.getTransform();
    graphics.rotate(-Math.PI / 2, x, y);
    text(text, x, y, type, Anchor.MIDDLE);
    graphics.setTransform(upright);
  }

  public double width(String text, Type type) {
    return typeface.letters(text, type.size, type.weight).width();
  }

  /** Returns the text, truncated so that it is not wider than {@code room}. */
  public String fitting(String text, Type type, double room) {
    String fitting = text;
    for (int length = text.codePointCount(0, text.length()); width(fitting, type) > room; ) {
      fitting = Printable.cut(text, --length);
    }
    return fitting;
  }
}
