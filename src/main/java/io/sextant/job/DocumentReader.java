package io.sextant.job;

import static org.apache.spark.sql.functions.col;

import io.sextant.config.InputSettings;
import io.sextant.fault.BadInputException;
import io.sextant.linguistics.DocumentText;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads documents and cuts them into pairs of adjacent sentences: rows of {@link InputColumns}. The
 * cutting happens where the documents are.
 */
final class DocumentReader {
  /** A document: its file, its id (null for none), its text. */
  private static final StructType DOCUMENT =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("id", DataTypes.StringType)
          .add("text", DataTypes.StringType);

  private DocumentReader() {}

  /** The pairs of documents that are files, or lines. */
  static Dataset<Row> read(SparkSession spark, InputSettings settings, InputFormat format) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<String> files = InputFiles.list(settings.paths(), context.hadoopConfiguration());
    if (format == InputFormat.DOCUMENT_LINES) {
      Dataset<Row> lines = spark.read().text(files.toArray(String[]::new));
      // A blank line is no document.
      FilterFunction<Row> isDocument = line -> !DocumentText.isBlank(line.getString(2));
      return pairs(
          spark,
          lines
              .select(
                  TableReader.file().as("file"),
                  PairReader.absent().as("id"),
                  col("value").as("text"))
              .filter(isDocument),
          settings);
    }
    SerializableConfiguration hadoop = new SerializableConfiguration(context.hadoopConfiguration());
    int parent = parent(files);
    JavaRDD<Row> documents =
        context
            .parallelize(files, Math.min(files.size(), 16 * context.defaultParallelism()))
            .map(file -> RowFactory.create(file, file.substring(parent), text(file, hadoop)));
    return pairs(spark, spark.createDataFrame(documents, DOCUMENT), settings);
  }

  /** Documents in a column of a table, with the columns file, id, text. */
  static Dataset<Row> columns(Dataset<Row> table, InputSettings settings) {
    Set<String> names = PairReader.names(table);
    SentenceColumns.require(names, settings.text(), "--text");
    SentenceColumns.require(names, settings.id(), "--id");
    return table.select(
        TableReader.file().as("file"),
        PairReader.optional(table, settings.id()).as("id"),
        TableReader.text(table, settings.text()).as("text"));
  }

  /** The pairs of documents with the columns file, id, text. */
  static Dataset<Row> pairs(SparkSession spark, Dataset<Row> documents, InputSettings settings) {
    int longest = settings.sentenceWords();
    return spark.createDataFrame(
        documents.javaRDD().mapPartitions(rows -> pairs(rows, longest)), InputColumns.SCHEMA);
  }

  private static Iterator<Row> pairs(Iterator<Row> documents, int longest) {
    DocumentPairs pairs = new DocumentPairs(longest);
    Iterable<Row> rows = () -> documents;
    return java.util.stream.StreamSupport.stream(rows.spliterator(), false)
        .flatMap(row -> pairs.of(row.getString(0), row.getString(1), row.getString(2)).stream())
        .iterator();
  }

  private static String text(String file, SerializableConfiguration hadoop) {
    try (BufferedReader lines = InputFiles.open(file, hadoop.value())) {
      return lines.lines().collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new BadInputException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Length of the folders that all files share, so that names do not depend on where they lie. */
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
