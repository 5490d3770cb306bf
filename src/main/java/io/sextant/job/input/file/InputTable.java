package io.sextant.job.input.file;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** Files with the same columns. */
public interface InputTable {
  /** The address of one of the files, for messages. */
  String file();

  /** The names of the columns that can be asked for, paths of nested ones among them. */
  List<String> names();

  /**
   * The rows, with some columns as text. All others may be of any kind.
   *
   * @param columns names; null for a column that stays null
   * @throws io.sextant.fault.BadInputException if a column is not text, or two have its name
   */
  JavaRDD<TableRow> rows(List<String> columns);

  /** What to add to the message that a column is missing; empty for nothing. */
  default String hint() {
    return "";
  }
}
