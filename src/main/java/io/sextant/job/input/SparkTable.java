package io.sextant.job.input;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sextant.fault.BadInputException;
import io.sextant.job.input.file.ColumnText;
import io.sextant.job.input.file.InputTable;
import io.sextant.job.input.file.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Rows that Spark reads. Names of columns are exact, whatever the session's {@code
 * spark.sql.caseSensitive}.
 *
 * @param file the name of the input
 * @param asked the columns that a reader may ask for; those with dots may be fields of a struct
 */
record SparkTable(String file, Dataset<Row> dataset, List<String> asked) implements InputTable {

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of(dataset.schema().fieldNames()));
    asked.stream()
        .filter(name -> !names.contains(name) && field(name).isPresent())
        .forEach(names::add);
    return names;
  }

  @Override
  public JavaRDD<TableRow> rows(List<String> columns) {
    List<String> top = List.of(dataset.schema().fieldNames());
    Dataset<Row> numbered =
        dataset.toDF(
            IntStream.range(0, top.size()).mapToObj(SparkTable::number).toArray(String[]::new));
    Column[] selected = new Column[columns.size()];
    for (int i = 0; i < selected.length; i++) {
      String name = columns.get(i);
      if (name == null) {
        selected[i] = lit(null).cast("binary");
        continue;
      }
      if (top.stream().filter(name::equals).count() > 1) {
        throw new BadInputException(file + " has two columns '" + name + "': rename one of them");
      }
      Field field = field(name).orElseThrow();
      selected[i] = ColumnText.bytes(field.value(), field.type(), name, file);
    }
    String place = file;
    return numbered.select(selected).javaRDD().map(row -> ColumnText.row(place, row, 0));
  }

  /** A column, or a field of one, of the rows whose columns are named by their numbers. */
  private record Field(Column value, DataType type) {}

  /** Returns the column of a name, or, for a name with dots, the field of a struct. */
  private Optional<Field> field(String name) {
    StructType schema = dataset.schema();
    List<String> top = List.of(schema.fieldNames());
    List<String> path = top.contains(name) ? List.of(name) : List.of(name.split("\\.", -1));
    int first = top.indexOf(path.get(0));
    if (first < 0) {
      return Optional.empty();
    }
    Column value = col(number(first));
    DataType type = schema.fields()[first].dataType();
    for (String segment : path.subList(1, path.size())) {
      if (!(type instanceof StructType group && List.of(group.fieldNames()).contains(segment))) {
        return Optional.empty();
      }
      value = value.getField(segment);
      type = group.apply(segment).dataType();
    }
    return Optional.of(new Field(value, type));
  }

  private static String number(int column) {
    return "c" + column;
  }
}
