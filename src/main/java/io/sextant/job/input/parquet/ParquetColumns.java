package io.sextant.job.input.parquet;

import io.sextant.fault.BadInputException;
import io.sextant.job.input.file.FileKind;
import io.sextant.job.input.file.InputFault;
import io.sextant.job.input.file.InputFile;
import io.sextant.job.input.file.InputFiles;
import io.sextant.job.input.file.InputFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Finds the columns of Parquet files by their names or paths. */
public final class ParquetColumns {
  private ParquetColumns() {}

  /**
   * Reads the schema from a file's footer.
   *
   * @throws BadInputException if the file is not a Parquet file
   */
  public static MessageType schema(InputFile file, Configuration hadoop) {
    byte[] head = InputFiles.head(file.address(), hadoop);
    if (head.length == 0) {
      throw new BadInputException(file.address() + " is empty: it has no rows");
    }
    FileKind.check(file.address(), head, InputFormat.PARQUET);
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromStatus(file.status(), hadoop))) {
      return reader.getFileMetaData().getSchema();
    } catch (IOException e) {
      throw InputFault.reading(file.address(), e);
    } catch (RuntimeException e) {
      throw InputFault.reading(file.address(), new IOException(e.getMessage(), e));
    }
  }

  /**
   * Returns the path of a column: the column of that name, or, for a name with dots, a nested
   * field; null if there is none.
   */
  static List<String> path(MessageType schema, String name) {
    if (schema.containsField(name)) {
      return List.of(name);
    }
    List<String> segments = List.of(name.split("\\.", -1));
    GroupType group = schema;
    for (int i = 0; i < segments.size(); i++) {
      if (!group.containsField(segments.get(i))) {
        return null;
      }
      Type field = group.getType(segments.get(i));
      if (i == segments.size() - 1) {
        return segments;
      }
      boolean isStruct =
          !field.isPrimitive()
              && !field.isRepetition(Type.Repetition.REPEATED)
              && field.getLogicalTypeAnnotation() == null;
      if (!isStruct) {
        return null;
      }
      group = field.asGroupType();
    }
    return null;
  }

  /** Returns the types of the candidate columns. Files that agree in them form one table. */
  public static List<?> kind(MessageType schema, List<String> candidates) {
    List<List<String>> paths = candidates.stream().map(name -> path(schema, name)).toList();
    return prune(schema, paths).getFields().stream()
        .sorted(Comparator.comparing(Type::getName))
        .toList();
  }

  /** Returns the schema reduced to some columns. */
  static MessageType prune(MessageType schema, List<List<String>> paths) {
    List<List<String>> asked = paths.stream().filter(Objects::nonNull).toList();
    return new MessageType(schema.getName(), fields(schema, asked));
  }

  private static List<Type> fields(GroupType group, List<List<String>> paths) {
    List<Type> fields = new ArrayList<>();
    for (Type field : group.getFields()) {
      List<List<String>> here =
          paths.stream().filter(path -> path.get(0).equals(field.getName())).toList();
      if (here.stream().anyMatch(path -> path.size() == 1)) {
        fields.add(field);
      } else if (!here.isEmpty()) {
        List<List<String>> below = here.stream().map(path -> path.subList(1, path.size())).toList();
        fields.add(field.asGroupType().withNewFields(fields(field.asGroupType(), below)));
      }
    }
    return fields;
  }
}
