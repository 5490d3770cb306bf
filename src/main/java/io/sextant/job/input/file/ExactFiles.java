package io.sextant.job.input.file;

import java.net.URI;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.immutable.Seq;

/**
 * A list of files for Spark's readers. Spark's own listing would interpret names as globs and skip
 * names that begin with _ or a dot.
 */
public final class ExactFiles implements FileIndex {
  private final List<FileStatus> files;

  private ExactFiles(List<InputFile> files) {
    this.files = files.stream().map(InputFile::status).toList();
  }

  /**
   * Reads files as Spark's readers do: large files are split, and {@code input_file_name()} works.
   *
   * @param options the reader's options, as keys and values in turn
   */
  public static Dataset<Row> read(
      SparkSession spark,
      List<InputFile> files,
      FileFormat format,
      StructType schema,
      String... options) {
    scala.collection.immutable.Map<String, String> map = new scala.collection.immutable.HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      map = map.updated(options[i], options[i + 1]);
    }
    return spark.baseRelationToDataFrame(
        new HadoopFsRelation(
            new ExactFiles(files), new StructType(), schema, Option.empty(), format, map, spark));
  }

  /** Converts a value of {@code input_file_name()} to an address as {@link InputFile} has it. */
  public static String address(String inputFileName) {
    return new Path(URI.create(inputFileName)).toString();
  }

  @Override
  public Seq<Path> rootPaths() {
    return seq(files.stream().map(FileStatus::getPath).toList());
  }

  /** Lists all files; Spark calls this one in Scala 2.13, whose {@code Seq} is immutable. */
  @SuppressWarnings("MissingOverride")
  public Seq<PartitionDirectory> listFiles(
      Seq<Expression> partitionFilters, Seq<Expression> dataFilters) {
    return all();
  }

  /** Lists all files; Spark calls this one in Scala 2.12. */
  @SuppressWarnings("MissingOverride")
  public Seq<PartitionDirectory> listFiles(
      scala.collection.Seq<Expression> partitionFilters,
      scala.collection.Seq<Expression> dataFilters) {
    return all();
  }

  private Seq<PartitionDirectory> all() {
    return seq(
        List.of(PartitionDirectory.apply(InternalRow.empty(), files.toArray(FileStatus[]::new))));
  }

  @Override
  public String[] inputFiles() {
    return files.stream().map(file -> file.getPath().toString()).toArray(String[]::new);
  }

  @Override
  public void refresh() {
    // The list is fixed.
  }

  @Override
  public long sizeInBytes() {
    return files.stream().mapToLong(FileStatus::getLen).sum();
  }

  @Override
  public StructType partitionSchema() {
    return new StructType();
  }

  private static <T> Seq<T> seq(List<T> list) {
    return JavaConverters.asScalaBuffer(list).toList();
  }
}
