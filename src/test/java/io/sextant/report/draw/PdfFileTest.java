package io.sextant.report.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.report.draw.Pen.Anchor;
import io.sextant.report.draw.Pen.Type;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfFileTest {
  @TempDir Path folder;

  @Test
  void theFileHasOnePageInTheSizeOfTheFigureWithTextAsText() throws IOException {
    try (PDDocument document = Loader.loadPDF(written("a.pdf").toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      PDRectangle box = document.getPage(0).getMediaBox();
      assertThat(box.getWidth()).isCloseTo(120, within(.01f));
      assertThat(box.getHeight()).isCloseTo(60, within(.01f));
      assertThat(new PDFTextStripper().getText(document)).contains("Plain", "Bold");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A figure.");
    }
  }

  @Test
  void everyFontIsInTheFile() throws IOException {
    try (PDDocument document = Loader.loadPDF(written("a.pdf").toFile())) {
      PDPage page = document.getPage(0);
      PDResources form = resourcesOfForm(page);
      assertThat(StreamSupport.stream(form.getFontNames().spliterator(), false))
          .hasSize(2)
          .allSatisfy(name -> assertThat(form.getFont(name).isEmbedded()).isTrue());
    }
  }

  @Test
  void colorsAndTextFromRightToLeftAreDrawn() throws IOException {
    try (PDDocument document = Loader.loadPDF(written("a.pdf").toFile())) {
      BufferedImage image = new PDFRenderer(document).renderImage(0, 4);
      assertThat(new Color(image.getRGB(4 * 4, 50 * 4))).isEqualTo(new Color(0x0095b6));
      assertThat(ink(image, 60, 34, 50, 14)).as("the Hebrew word").isPositive();
      assertThat(ink(image, 60, 0, 50, 5)).as("nothing is drawn here").isZero();
    }
  }

  @Test
  void equalFiguresGiveEqualBytes() throws IOException {
    assertThat(written("a.pdf")).hasSameBinaryContentAs(written("b.pdf"));
  }

  private Path written(String name) throws IOException {
    Path file = folder.resolve(name);
    PdfFile.write(new Words(), Typeface.load(), file);
    assertThat(Files.size(file)).isLessThan(60_000);
    return file;
  }

  private static PDResources resourcesOfForm(PDPage page) throws IOException {
    PDResources own = page.getResources();
    var form =
        (org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject)
            own.getXObject(own.getXObjectNames().iterator().next());
    return form.getResources();
  }

  private static long ink(BufferedImage image, int x, int y, int width, int height) {
    BufferedImage part = image.getSubimage(4 * x, 4 * y, 4 * width, 4 * height);
    long count = 0;
    for (int i = 0; i < part.getWidth(); i++) {
      for (int j = 0; j < part.getHeight(); j++) {
        count += new Color(part.getRGB(i, j)).equals(Color.WHITE) ? 0 : 1;
      }
    }
    return count;
  }

  private record Words() implements Figure {
    @Override
    public double width() {
      return 120;
    }

    @Override
    public double height() {
      return 60;
    }

    @Override
    public double heading() {
      return 0;
    }

    @Override
    public String description() {
      return "A figure.";
    }

    @Override
    public void draw(Pen pen) {
      pen.text("Plain", 5, 15, Type.plain(10, Pen.INK), Anchor.START);
      pen.text("Bold", 5, 30, Type.bold(10, Pen.INK), Anchor.START);
      pen.text("מילה", 60, 45, Type.plain(10, Pen.INK), Anchor.START);
      pen.fill(2, 45, 10, 10, new Color(0x0095b6));
    }
  }
}
