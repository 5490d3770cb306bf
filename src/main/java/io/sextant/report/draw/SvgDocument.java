package io.sextant.report.draw;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Converts a figure to SVG, in which text stays text. No element has an id, so that a page can
 * contain several figures.
 */
public final class SvgDocument {
  private static final String SVG = "http://www.w3.org/2000/svg";

  private static final List<String> REDUNDANT = List.of("id", "font-family", "xml:space");

  private SvgDocument() {}

  /** Returns an SVG file with a white background in the size of print. */
  public static String file(Figure figure, Typeface typeface) {
    Element root = draw(figure, typeface);
    root.setAttribute("width", number(figure.width()) + "pt");
    root.setAttribute("height", number(figure.height()) + "pt");
    root.setAttribute("style", "background:#fff");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text(root) + "\n";
  }

  /** Returns an element for a page, which sets the size, the background and the heading. */
  public static String element(Figure figure, Typeface typeface) {
    Element root = draw(figure, typeface);
    root.setAttribute("viewBox", viewBox(figure, figure.heading()));
    return text(root);
  }

  private static Element draw(Figure figure, Typeface typeface) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(empty());
    context.setComment(null);
    context.setPrecision(2);
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    figure.draw(Pen.writing(graphics, typeface));
    Element root = context.getDOMFactory().createElementNS(SVG, "svg");
    root.appendChild(graphics.getTopLevelGroup());
    prune(root);
    root.setAttribute("viewBox", viewBox(figure, 0));
    root.setAttribute("font-family", Typeface.CSS_FAMILIES);
    root.setAttribute("role", "img");
    root.setAttribute("aria-label", figure.description());
    return root;
  }

  /** Removes ids, empty definitions and attributes that the root has for all elements. */
  private static void prune(Element element) {
    for (String attribute : REDUNDANT) {
      element.removeAttribute(attribute);
    }
    for (Node child = element.getFirstChild(); child != null; ) {
      Node next = child.getNextSibling();
      if (child.getNodeName().equals("defs")) {
        element.removeChild(child);
      } else if (child instanceof Element part) {
        prune(part);
      }
      child = next;
    }
  }

  private static Document empty() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own XML parser cannot be set up", e);
    }
  }

  private static String viewBox(Figure figure, double top) {
    return String.join(
        " ", "0", number(top), number(figure.width()), number(figure.height() - top));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String text(Element root) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(root), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("an SVG document could not be written", e);
    }
  }
}
