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
 * A self-contained page in one file with its data, scripts and styles. Its content security policy
 * allows these scripts only, and no access to anything else.
 *
 * <p>The data are gzipped JSON in base64, so no text of a corpus is part of the markup. All values
 * in the template are escaped, except scripts, styles and pictures.
 *
 * @param title the title of the window
 * @param data the data for the scripts: records, maps, lists and numbers
 * @param reading whether the page explains how to read a report
 * @param facts the facts about the runs
 */
public record Page(String title, Map<String, ?> data, boolean reading, List<Facts.Fact> facts) {

  public String html() {
    String style = Asset.style();
    String script = Asset.script();
    Map<String, Object> parts =
        Map.of(
            "title",
            title,
            "reading",
            reading,
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

  /** Returns bytes gzipped in base64. Equal bytes give equal text. */
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

  /**
   * Returns the hash by which Content Security Policy Level 3 identifies the text of an element.
   */
  private static String hash(String text) {
    return "sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(text));
  }
}
