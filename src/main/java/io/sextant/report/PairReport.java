package io.sextant.report;

import io.sextant.report.draw.Notation;
import io.sextant.report.draw.PngFile;
import io.sextant.report.draw.Printable;
import io.sextant.report.draw.Typeface;
import io.sextant.report.figure.HeadViewFigure;
import io.sextant.report.figure.ModelViewFigure;
import io.sextant.report.figure.PairData;
import io.sextant.report.page.Page;
import io.sextant.table.DraftFolder;
import io.sextant.view.PairVectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the views of one pair as a page and as pictures. */
public final class PairReport {

  private PairReport() {}

  /**
   * Writes the page with the head view, the model view and the neuron view of all layers and heads.
   *
   * @param file the file to write, which is replaced if it exists
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void writePage(PairVectors pair, Path file) {
    Map<String, Object> data = PairData.of(pair);
    String model = Printable.cut(pair.model(), 60);
    data.put("title", "How " + model + " attends to one pair");
    data.put(
        "lead",
        Notation.count(pair.size(), "token")
            + ", "
            + Notation.count((long) pair.layers().size() * pair.heads(), "head")
            + ". One pair shows what a head can do, not what it does in general.");
    try {
      String page = new Page("Attention of " + model, data, false, null, List.of()).html();
      DraftFolder.write(file, draft -> Files.writeString(draft, page));
    } catch (IOException e) {
      throw new UncheckedIOException("the page cannot be written to " + file, e);
    }
  }

  /**
   * Draws the model view, which shows all heads, and the head view of one layer, as PNG files with
   * 300 dots per inch.
   *
   * @param layer the layer of the head view, counted from 0
   * @param heads the heads of that layer to draw, counted from 0
   * @throws io.sextant.fault.BadInputException if Java finds no fonts on this machine
   * @throws UncheckedIOException if a file cannot be written
   */
  public static void writePictures(
      PairVectors pair, int layer, List<Integer> heads, Path modelView, Path headView) {
    Typeface typeface = Typeface.installed();
    try {
      DraftFolder.write(
          modelView, draft -> PngFile.write(new ModelViewFigure(pair), typeface, draft));
      DraftFolder.write(
          headView,
          draft -> PngFile.write(new HeadViewFigure(pair, layer, heads), typeface, draft));
    } catch (IOException e) {
      throw new UncheckedIOException("a picture cannot be written: " + e.getMessage(), e);
    }
  }
}
