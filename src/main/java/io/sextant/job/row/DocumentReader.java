package io.sextant.job.row;

import io.sextant.config.InputSettings;
import io.sextant.job.input.InputSource;
import io.sextant.job.input.SentenceColumns;
import io.sextant.job.input.file.InputFault;
import io.sextant.job.input.file.InputFiles;
import io.sextant.job.input.file.InputFormat;
import io.sextant.job.input.file.InputTable;
import io.sextant.job.input.file.Lines;
import io.sextant.job.input.file.StrictText;
import io.sextant.job.input.file.TextFiles;
import io.sextant.linguistics.document.DocumentText;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.SentencePair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads documents and splits them into pairs of adjacent sentences. The documents are split on the
 * executors.
 */
final class DocumentReader {
  private DocumentReader() {}

  /**
   * A document.
   *
   * @param id null where it has none of its own
   * @param text null where it could not be read
   * @param fault what is wrong with it; null for nothing
   */
  record Document(String file, String id, String text, ReadRow.Fault fault)
      implements Serializable {}

  /** The pairs of documents that are files, or lines. */
  static JavaRDD<ReadRow> read(SparkSession spark, InputSettings settings, InputSource source) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Configuration configuration = context.hadoopConfiguration();
    if (source.format() == InputFormat.DOCUMENT_LINES) {
      JavaRDD<Document> lines =
          TextFiles.of(source.files(), source.format(), source.encoding(), configuration).stream()
              .map(files -> lines(spark, files))
              .reduce(JavaRDD::union)
              .orElseThrow();
      return pairs(lines, settings);
    }
    List<String> files = source.addresses();
    SerializableConfiguration hadoop = new SerializableConfiguration(configuration);
    String encoding = source.encoding() == null ? null : source.encoding().name();
    int parent = parent(files);
    JavaRDD<Document> documents =
        context
            .parallelize(files, Math.min(files.size(), 16 * context.defaultParallelism()))
            .map(
                file ->
                    document(file, file.substring(parent), text(file, encoding, hadoop), encoding));
    return pairs(documents, settings);
  }

  private static JavaRDD<Document> lines(SparkSession spark, TextFiles files) {
    String encoding = files.charset().name();
    return Lines.of(spark, files)
        .filter(line -> !DocumentText.isBlank(line.text()))
        .map(line -> document(line.file(), null, line.text(), encoding));
  }

  /** Documents in a column of a table. */
  static JavaRDD<Document> columns(InputTable table, InputSettings settings) {
    SentenceColumns.require(table, settings.text(), "--text");
    SentenceColumns.require(table, settings.id(), "--id");
    return table
        .rows(Arrays.asList(settings.id(), settings.text()))
        .map(
            row ->
                new Document(
                    row.file(),
                    row.value(0),
                    row.value(1),
                    row.isGood() ? null : PairReader.malformed(row)));
  }

  private static Document document(String file, String id, String text, String encoding) {
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    String fault = StrictText.fault(text, charset);
    if (fault == null) {
      return new Document(file, id, text, null);
    }
    String raw = StrictText.shown(InputRow.excerpt(text));
    return new Document(file, id, null, new ReadRow.Fault(RejectReason.MALFORMED_ROW, fault, raw));
  }

  /** The pairs of documents, and a row to reject for each that could not be read. */
  static JavaRDD<ReadRow> pairs(JavaRDD<Document> documents, InputSettings settings) {
    int longest = settings.sentenceWords();
    return documents.mapPartitions(some -> pairs(some, longest));
  }

  private static Iterator<ReadRow> pairs(Iterator<Document> documents, int longest) {
    DocumentPairs pairs = new DocumentPairs(longest);
    Iterable<Document> some = () -> documents;
    return StreamSupport.stream(some.spliterator(), false)
        .flatMap(
            document ->
                document.fault() == null
                    ? pairs.of(document.file(), document.id(), document.text()).stream()
                    : Stream.of(reject(document)))
        .iterator();
  }

  private static ReadRow reject(Document document) {
    SentencePair unread =
        new SentencePair(document.id(), null, null, null, Annotation.NONE, document.file());
    return ReadRow.single(unread, document.fault());
  }

  private static String text(String file, String encoding, SerializableConfiguration hadoop) {
    Charset charset = encoding == null ? null : Charset.forName(encoding);
    try (BufferedReader lines =
        InputFiles.open(file, InputFormat.DOCUMENTS, charset, hadoop.value())) {
      return lines.lines().collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw InputFault.reading(file, e);
    }
  }

  /**
   * Returns the length of the path prefix that all files share. It is removed, so that ids do not
   * depend on the folder of the input.
   */
  private static int parent(List<String> files) {
    String first = files.get(0);
    int shared = first.lastIndexOf('/') + 1;
    for (String file : files) {
      while (!file.startsWith(first.substring(0, shared))) {
        shared = first.lastIndexOf('/', shared - 2) + 1;
      }
    }
    return shared;
  }
}
