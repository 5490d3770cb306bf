package io.sextant.report;

import io.sextant.report.draw.Figure;
import io.sextant.report.draw.Notation;
import io.sextant.report.draw.PictureFormat;
import io.sextant.report.draw.Printable;
import io.sextant.report.draw.Typeface;
import io.sextant.report.figure.HeadViewFigure;
import io.sextant.report.figure.ModelViewFigure;
import io.sextant.report.figure.PairData;
import io.sextant.report.page.Page;
import io.sextant.table.DraftFolder;
import io.sextant.view.PairVectors;
import io.sextant.view.Prediction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the views of one pair as a page and as pictures. */
public final class PairReport {
  private static final int MOST_LABELS = 5;
  private static final int LONGEST_LABEL = 40;

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
    data.put("title", "How " + model + " attends to one " + pair.sampled());
    data.put(
        "lead",
        Notation.count(pair.size(), "token")
            + ", "
            + Notation.count((long) pair.layers().size() * pair.heads(), "head")
            + ". One "
            + pair.sampled()
            + " shows what a head can do, not what it does in general."
            + said(pair.prediction()));
    try {
      String page = new Page("Attention of " + model, data, false, List.of()).html();
      DraftFolder.write(file, draft -> Files.writeString(draft, page));
    } catch (IOException e) {
      throw new UncheckedIOException("the page cannot be written to " + file, e);
    }
  }

  /** Returns a sentence about what the task head says; empty if there is none. */
  private static String said(Prediction prediction) {
    if (prediction == null) {
      return "";
    }
    String scores =
        IntStream.range(0, prediction.scores().length)
            .boxed()
            .sorted(Comparator.comparingDouble(label -> -prediction.scores()[label]))
            .limit(MOST_LABELS)
            .map(
                label ->
                    String.format(
                        Locale.ROOT,
                        "%s %.3f",
                        Printable.cut(prediction.labels().get(label), LONGEST_LABEL),
                        prediction.scores()[label]))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        " The model's own head (%s) says %s: %s.",
        Printable.cut(prediction.modelClass(), LONGEST_LABEL),
        scores,
        prediction.meaning());
  }

  /**
   * Draws the model view, which shows all heads, and the head view of one layer beside the page.
   *
   * @param layer the layer of the head view, counted from 0
   * @param heads the heads of that layer to draw, counted from 0
   * @param page the page, with whose name the pictures' names begin
   * @return what was written
   * @throws io.sextant.fault.BadInputException if Java cannot use fonts on this machine
   * @throws UncheckedIOException if a file cannot be written
   */
  public static Drawn writePictures(
      PairVectors pair, int layer, List<Integer> heads, Path page, Pictures pictures) {
    if (pictures.formats().isEmpty()) {
      return new Drawn(List.of(), Set.of());
    }
    Typeface typeface = Typeface.load();
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("model-view", new ModelViewFigure(pair));
    figures.put("head-view", new HeadViewFigure(pair, layer, heads));
    String name = page.getFileName().toString().replaceFirst("\\.html?$", "");
    List<Path> files = new ArrayList<>();
    try (DraftFolder drafts = DraftFolder.in(page.toAbsolutePath().getParent())) {
      for (Map.Entry<String, Figure> figure : figures.entrySet()) {
        String file = name + "-" + figure.getKey();
        PictureFormat.write(figure.getValue(), typeface, drafts.path(), file, pictures.formats());
        for (PictureFormat format : pictures.formats()) {
          files.add(page.resolveSibling(file + "." + format.ending()));
        }
      }
      drafts.commit();
    } catch (IOException e) {
      throw new UncheckedIOException("a picture cannot be written: " + e.getMessage(), e);
    }
    return new Drawn(files, typeface.missing());
  }

  /**
   * The pictures of a pair.
   *
   * @param files the files
   * @param missing the scripts in them that no font of this machine has
   */
  public record Drawn(List<Path> files, Set<String> missing) {}
}
