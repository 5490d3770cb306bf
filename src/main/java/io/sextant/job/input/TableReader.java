package io.sextant.job.input;

import io.sextant.config.InputSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.input.delimited.DelimitedParser;
import io.sextant.job.input.delimited.DelimitedRecord;
import io.sextant.job.input.delimited.DelimitedTable;
import io.sextant.job.input.delimited.Dialect;
import io.sextant.job.input.file.InputFault;
import io.sextant.job.input.file.InputFile;
import io.sextant.job.input.file.InputFiles;
import io.sextant.job.input.file.InputFormat;
import io.sextant.job.input.file.InputTable;
import io.sextant.job.input.file.Preset;
import io.sextant.job.input.file.StrictText;
import io.sextant.job.input.file.TextFiles;
import io.sextant.job.input.json.JsonTable;
import io.sextant.job.input.parquet.ParquetColumns;
import io.sextant.job.input.parquet.ParquetTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.SparkSession;

/** Opens files that have named columns. Files with different columns become different tables. */
public final class TableReader {
  private final InputRequest request;
  private final SparkSession spark;
  private final InputSource source;
  private final InputSettings settings;

  /** Creates a reader of a source that {@link InputSource#of} found for a request. */
  public TableReader(InputRequest request, InputSource source) {
    this.request = request;
    this.spark = request.spark();
    this.source = source;
    this.settings = request.settings();
  }

  /**
   * Returns the tables, one for each set of columns.
   *
   * @param nested the columns whose arrays and objects are read as JSON text
   * @throws BadInputException if a file is not of its format, or there are no rows
   */
  public List<InputTable> open(List<String> nested) {
    if (source.format() == InputFormat.PARQUET) {
      return parquet();
    }
    if (source.format() == InputFormat.SPARK) {
      return List.of(new SparkTable(request.place(), request.sparkRows(), candidates()));
    }
    List<InputTable> tables = new ArrayList<>();
    for (TextFiles files :
        TextFiles.of(source.files(), source.format(), source.encoding(), hadoop())) {
      switch (source.format()) {
        case JSONL, MENTIONS -> tables.addAll(JsonTable.of(spark, files, candidates(), nested));
        case CSV, TSV, GAP -> tables.addAll(delimited(files));
        default ->
            throw new IllegalArgumentException(source.format().key() + " has no named columns");
      }
    }
    if (tables.isEmpty()) {
      throw new BadInputException(source.files().get(0).address() + " has no rows");
    }
    return tables;
  }

  private Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }

  private List<InputTable> parquet() {
    List<String> candidates = candidates();
    List<MessageType> schemas =
        source.files().parallelStream().map(file -> ParquetColumns.schema(file, hadoop())).toList();
    Map<List<?>, List<Integer>> byKind = new LinkedHashMap<>();
    for (int i = 0; i < schemas.size(); i++) {
      List<?> kind = ParquetColumns.kind(schemas.get(i), candidates);
      byKind.computeIfAbsent(kind, none -> new ArrayList<>()).add(i);
    }
    List<InputTable> tables = new ArrayList<>();
    for (List<Integer> same : byKind.values()) {
      List<InputFile> files = same.stream().map(source.files()::get).toList();
      tables.add(new ParquetTable(spark, files, schemas.get(same.get(0)), candidates));
    }
    return tables;
  }

  private List<InputTable> delimited(TextFiles files) {
    Dialect dialect = Dialect.of(source.format(), settings.textFiles());
    List<List<String>> headers =
        files.files().parallelStream().map(file -> header(file, files, dialect)).toList();
    Map<List<String>, List<InputFile>> byHeader = new LinkedHashMap<>();
    List<InputFile> headerless = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      InputFile file = files.files().get(i);
      if (headers.get(i).isEmpty()) {
        continue;
      }
      if (isHeader(headers.get(i))) {
        byHeader.computeIfAbsent(headers.get(i), none -> new ArrayList<>()).add(file);
      } else {
        headerless.add(file);
      }
    }
    Set<Integer> more = source.preset() == null ? Set.of(0) : source.preset().moreFields();
    List<InputTable> tables = new ArrayList<>();
    byHeader.forEach(
        (header, same) ->
            tables.add(new DelimitedTable(spark, files.with(same), dialect, header, true, more)));
    if (!headerless.isEmpty()) {
      List<String> names = source.preset().headerless();
      tables.add(new DelimitedTable(spark, files.with(headerless), dialect, names, false, more));
    }
    return tables;
  }

  private List<String> header(InputFile file, TextFiles files, Dialect dialect) {
    try (BufferedReader in =
        InputFiles.open(file.address(), source.format(), files.charset(), hadoop())) {
      DelimitedRecord record = new DelimitedParser(in, dialect, files.lineBreak()).next();
      if (record == null) {
        return List.of();
      }
      if (record.problem() != null) {
        throw new BadInputException(file.address() + ": " + record.problem());
      }
      List<String> names =
          record.fields().stream().map(name -> name == null ? "" : name.strip()).toList();
      String fault = StrictText.fault(String.join("", names), files.charset());
      if (fault != null) {
        throw new BadInputException(file.address() + ", header: " + fault);
      }
      return names;
    } catch (IOException e) {
      throw InputFault.reading(file.address(), e);
    }
  }

  /**
   * Returns whether a first line names the columns. It always does, except in presets whose files
   * may have no header.
   */
  private boolean isHeader(List<String> names) {
    Preset preset = source.preset();
    return preset == null
        || preset.headerless() == null
        || preset.columns().stream().anyMatch(columns -> columns.in(names));
  }

  /** Returns every column name that a reader may ask for. */
  private List<String> candidates() {
    Set<String> names = new LinkedHashSet<>();
    Stream.of(
            settings.sentenceA(),
            settings.sentenceB(),
            settings.id(),
            settings.group(),
            settings.text())
        .filter(Objects::nonNull)
        .forEach(names::add);
    SentenceColumns.known(source.preset()).forEach(names::add);
    names.addAll(List.of("id", "group", "text", "mentions"));
    return List.copyOf(names);
  }
}
