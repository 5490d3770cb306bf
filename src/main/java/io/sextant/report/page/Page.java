package io.sextant.report.page;

import com.samskivert.mustache.Mustache;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A page that stands alone in one file: data, scripts and styles are in it, and its content
 * security policy lets it run those scripts and reach nothing else.
 *
 * <p>The data are JSON, gzipped, in base64: no text of a corpus stands in the page as markup. What
 * the template names is escaped, save what was made here.
 *
 * @param title of the window
 * @param data what the scripts are given; records, maps, lists and numbers
 * @param reading whether the page says how to read a report
 * @param relations what is said of syntactic relations; null for nothing
 * @param facts what is known of the runs
 */
public record Page(
    String title,
    Map<String, ?> data,
    boolean reading,
    RelationSection relations,
    List<Facts.Fact> facts) {

  public String html() {
    String style = Asset.style();
    String script = Asset.script();
    Map<String, Object> parts =
        Map.of(
            "title",
            title,
            "reading",
            reading,
            "relations",
            relations == null ? List.of() : List.of(relations),
            "facts",
            facts,
            "factsTitle",
            reading ? "The run" : "The runs",
            "style",
            style,
            "styleHash",
            hash(style),
            "script",
            script,
            "scriptHash",
            hash(script),
            "data",
            packed(Json.bytes(data)));
    return Mustache.compiler()
        .escapeHTML(true)
        .withLoader(name -> new StringReader(Asset.read("/report/" + name)))
        .compile(Asset.read("/report/index.html"))
        .execute(parts);
  }

  /** Gzipped, in base64. The same bytes give the same text. */
  private static String packed(byte[] json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new BestGzip(bytes)) {
      gzip.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("gzip in memory", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(9);
    }
  }

  /** As Content Security Policy Level 3 names the text of an element. */
  private static String hash(String text) {
    return "sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(text));
  }
}
