package io.sextant.job.input.file;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** A table of the input: one or several files with the same columns. */
public interface InputTable {
  /** Returns the address of one of the files, for messages. */
  String file();

  /** Returns the names of the columns that {@link #rows} accepts, and paths of nested ones. */
  List<String> names();

  /**
   * Returns the rows with the given columns as text. The other columns may have any type.
   *
   * @param columns the columns' names; null for a column that stays null
   * @throws io.sextant.fault.BadInputException if a column is not text, or two have its name
   */
  JavaRDD<TableRow> rows(List<String> columns);

  /** Returns text to append to the message that a column is missing; empty for none. */
  default String hint() {
    return "";
  }
}
