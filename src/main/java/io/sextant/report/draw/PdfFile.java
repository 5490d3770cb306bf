package io.sextant.report.draw;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import io.sextant.report.draw.Typeface.Weight;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.AttributedCharacterIterator;
import java.text.Bidi;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Writes a figure as a PDF file of one page in the figure's size. Text in the pictures' typeface
 * stays text, and the file holds the letters that it uses. Text from right to left, or in a font of
 * the machine, becomes outlines. Equal figures give equal bytes.
 */
final class PdfFile {
  /** The seed of the document's identifier, which PDFBox would otherwise take from the clock. */
  private static final long IDENTIFIER = 1;

  private PdfFile() {}

  static void write(Figure figure, Typeface typeface, Path file) throws IOException {
    try (PDDocument document = new PDDocument();
        Fonts fonts = new Fonts()) {
      float width = (float) figure.width();
      float height = (float) figure.height();
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      document.setDocumentId(IDENTIFIER);
      document.getDocumentInformation().setTitle(figure.description());
      PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
      graphics.setFontTextDrawer(fonts);
      figure.draw(Pen.drawing(graphics, typeface));
      graphics.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(graphics.getXFormObject());
      }
      document.save(file.toFile());
    }
  }

  /** Draws text from left to right in the typeface as text, and leaves other text to outlines. */
  private static final class Fonts extends PdfBoxGraphics2DFontTextDrawer {
    Fonts() throws IOException {
      for (Weight weight : Weight.values()) {
        try (InputStream stream = weight.open()) {
          registerFont(weight.fontName, stream);
        }
      }
    }

    @Override
    public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv environment)
        throws IOException, FontFormatException {
      return new Bidi(text).isLeftToRight() && super.canDrawText(text, environment);
    }
  }
}
