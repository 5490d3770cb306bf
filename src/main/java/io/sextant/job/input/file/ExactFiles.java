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
import scala.collection.Seq;

/**
 * Files for Spark's readers that are these and no others. Spark's own listing takes names for globs
 * and leaves out those that begin with _ or a dot.
 */
public final class ExactFiles implements FileIndex {
  private final List<FileStatus> files;

  private ExactFiles(List<InputFile> files) {
    this.files = files.stream().map(InputFile::status).toList();
  }

  /** The rows of files, with {@code input_file_name()} and split as Spark's readers do it. */
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

  /** A file's address, as {@link InputFile} has it, of what {@code input_file_name()} gives. */
  public static String address(String inputFileName) {
    return new Path(URI.create(inputFileName)).toString();
  }

  @Override
  public Seq<Path> rootPaths() {
    return seq(files.stream().map(FileStatus::getPath).toList());
  }

  @Override
  public Seq<PartitionDirectory> listFiles(
      Seq<Expression> partitionFilters, Seq<Expression> dataFilters) {
    return seq(
        List.of(PartitionDirectory.apply(InternalRow.empty(), files.toArray(FileStatus[]::new))));
  }

  @Override
  public String[] inputFiles() {
    return files.stream().map(file -> file.getPath().toString()).toArray(String[]::new);
  }

  @Override
  public void refresh() {
    // The list is what it is.
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
    return scala.collection.JavaConverters.asScalaBuffer(list).toSeq();
  }
}
