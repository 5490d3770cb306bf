package io.sextant.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sextant.export.Destination;
import io.sextant.export.RunTables;
import io.sextant.fault.BadInputException;
import io.sextant.table.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.TableAlreadyExistsException;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Exports to tables of a catalog that Spark knows, such as Iceberg's. Every table is partitioned by
 * {@code run_id}, and a run replaces its own partition of each. The tables of a run are replaced
 * one after the other, not all at once.
 */
public final class SparkCatalog implements Destination {
  /** The beginning of the destination's name; a namespace follows. */
  public static final String PREFIX = "table:";

  private static final String RUN_ID = "run_id";

  private final SparkSession spark;
  private final String namespace;

  private SparkCatalog(SparkSession spark, String namespace) {
    this.spark = spark;
    this.namespace = namespace;
  }

  /**
   * Opens a namespace, which is created if it does not exist. The session is closed with this.
   *
   * @param name {@code table:CATALOG.DATABASE}
   * @throws BadInputException if there is no such catalog, or Spark keeps it in memory only
   */
  public static SparkCatalog open(SparkSession spark, String name) {
    String namespace = name.substring(PREFIX.length());
    boolean isConfigured = spark.conf().contains("spark.sql.catalog." + namespace.split("\\.")[0]);
    if (!isConfigured && spark.conf().get("spark.sql.catalogImplementation").equals("in-memory")) {
      throw new BadInputException(
          "cannot export to "
              + name
              + ": Spark keeps this catalog in memory and would forget the tables; configure a"
              + " catalog by spark.sql.catalog.NAME, or a Hive metastore");
    }
    spark.conf().set("spark.sql.sources.partitionOverwriteMode", "dynamic");
    try {
      spark.sql("create namespace if not exists " + quoted(namespace));
    } catch (Exception e) {
      String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new BadInputException("cannot export to " + name + ": " + line, e);
    }
    return new SparkCatalog(spark, namespace);
  }

  @Override
  public long put(RunTables run) {
    long rows = 0;
    for (Schema schema : RunTables.schemas()) {
      Optional<String> folder = run.folder(schema);
      Dataset<Row> table =
          folder.isPresent() ? spark.read().parquet(folder.get()) : collected(run, schema);
      rows += put(schema.table(), table);
    }
    return rows;
  }

  /** Returns rows that are made in this process: the row of {@code runs}, or none. */
  private Dataset<Row> collected(RunTables run, Schema schema) {
    List<Row> rows = new ArrayList<>();
    run.read(schema, values -> rows.add(RowFactory.create(values)));
    StructType types = new StructType();
    for (Schema.Column column : schema.columns()) {
      types = types.add(column.name(), type(column.type()), column.nullable());
    }
    return spark.createDataFrame(rows, types);
  }

  private long put(String name, Dataset<Row> rows) {
    String table = quoted(namespace) + "." + name;
    if (!spark.catalog().tableExists(table)) {
      create(table, rows);
    }
    List<String> there = List.of(spark.table(table).columns());
    List<String> lacking =
        Arrays.stream(rows.columns()).filter(column -> !there.contains(column)).toList();
    if (!lacking.isEmpty()) {
      throw new BadInputException(
          table + " lacks the columns " + lacking + ", which this run has: add them, or drop it");
    }
    List<String> own = List.of(rows.columns());
    Column[] ordered =
        there.stream()
            .map(column -> own.contains(column) ? col(column) : lit(null).as(column))
            .toArray(Column[]::new);
    rows.select(ordered).write().mode(SaveMode.Overwrite).insertInto(table);
    return rows.count();
  }

  private static void create(String table, Dataset<Row> rows) {
    try {
      rows.limit(0).writeTo(table).partitionedBy(col(RUN_ID)).create();
    } catch (TableAlreadyExistsException e) {
      throw new BadInputException(table + " was created meanwhile by another export: repeat it", e);
    }
  }

  private static DataType type(String name) {
    return switch (name) {
      case "string" -> DataTypes.StringType;
      case "int" -> DataTypes.IntegerType;
      case "long" -> DataTypes.LongType;
      case "float" -> DataTypes.FloatType;
      case "double" -> DataTypes.DoubleType;
      case "boolean" -> DataTypes.BooleanType;
      default ->
          DataTypes.createArrayType(type(name.substring("list<".length(), name.length() - 1)));
    };
  }

  private static String quoted(String name) {
    return Arrays.stream(name.split("\\."))
        .map(part -> "`" + part.replace("`", "``") + "`")
        .collect(Collectors.joining("."));
  }

  @Override
  public void close() {
    spark.stop();
  }
}
