package io.sextant.job.row;

import io.sextant.config.InputSettings;
import io.sextant.job.input.InputColumns;
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
import java.io.BufferedReader;
import java.io.IOException;
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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads documents and splits them into pairs of adjacent sentences, as rows of {@link
 * InputColumns}. The documents are split on the executors.
 */
final class DocumentReader {
  private DocumentReader() {}

  /** Returns the pairs of documents, each of which is a file or a line of a file. */
  static Dataset<Row> read(SparkSession spark, InputSettings settings, InputSource source) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Configuration configuration = context.hadoopConfiguration();
    if (source.format() == InputFormat.DOCUMENT_LINES) {
      JavaRDD<Row> lines =
          TextFiles.of(source.files(), source.format(), source.encoding(), configuration).stream()
              .map(files -> lines(spark, files))
              .reduce(JavaRDD::union)
              .orElseThrow();
      return pairs(spark, lines, settings);
    }
    List<String> files = source.addresses();
    SerializableConfiguration hadoop = new SerializableConfiguration(configuration);
    String encoding = source.encoding() == null ? null : source.encoding().name();
    int parent = parent(files);
    JavaRDD<Row> documents =
        context
            .parallelize(files, Math.min(files.size(), 16 * context.defaultParallelism()))
            .map(
                file ->
                    document(file, file.substring(parent), text(file, encoding, hadoop), encoding));
    return pairs(spark, documents, settings);
  }

  private static JavaRDD<Row> lines(SparkSession spark, TextFiles files) {
    String encoding = files.charset().name();
    return Lines.of(spark, files)
        .filter(line -> !DocumentText.isBlank(line.text()))
        .map(line -> document(line.file(), null, line.text(), encoding));
  }

  /** Returns the documents in a column of a table, as {@link #pairs} takes them. */
  static JavaRDD<Row> columns(InputTable table, InputSettings settings) {
    SentenceColumns.require(table, settings.text(), "--text");
    SentenceColumns.require(table, settings.id(), "--id");
    return table
        .rows(Arrays.asList(settings.id(), settings.text()))
        .map(
            row ->
                RowFactory.create(
                    row.file(), row.value(0), row.value(1), row.raw(), row.problem()));
  }

  private static Row document(String file, String id, String text, String encoding) {
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    String fault = StrictText.fault(text, charset);
    return fault == null
        ? RowFactory.create(file, id, text, null, null)
        : RowFactory.create(file, id, null, StrictText.shown(InputRow.excerpt(text)), fault);
  }

  /**
   * Splits documents into pairs.
   *
   * @param documents rows of file, id, text, raw text and problem; the last two are null for a good
   *     document
   */
  static Dataset<Row> pairs(SparkSession spark, JavaRDD<Row> documents, InputSettings settings) {
    int longest = settings.sentenceWords();
    return spark.createDataFrame(
        documents.mapPartitions(rows -> pairs(rows, longest)), InputColumns.SCHEMA);
  }

  private static Iterator<Row> pairs(Iterator<Row> documents, int longest) {
    DocumentPairs pairs = new DocumentPairs(longest);
    Iterable<Row> rows = () -> documents;
    return StreamSupport.stream(rows.spliterator(), false)
        .flatMap(
            row ->
                row.isNullAt(4)
                    ? pairs.of(row.getString(0), row.getString(1), row.getString(2)).stream()
                    : Stream.of(reject(row)))
        .iterator();
  }

  private static Row reject(Row document) {
    return RowFactory.create(
        document.getString(0),
        document.getString(1),
        null,
        null,
        null,
        false,
        document.getString(3),
        null,
        null,
        null,
        RejectReason.MALFORMED_ROW.name(),
        document.getString(4));
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
