package io.sextant.report.page;

import io.sextant.report.draw.Printable;
import io.sextant.table.Frame;
import io.sextant.table.HeadGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Divides a table into slices by pattern, part, unit and stratum. Each slice has columns with a
 * value for each head ({@code findSlice} in {@code data.js}).
 */
public final class Slices {
  private static final List<String> KEYS = List.of("pattern", "part", "unit", "stratum");
  private static final int STRATUM = 3;
  private static final int LONGEST = 60;

  private final Frame frame;
  private final HeadColumns columns;

  public Slices(Frame frame, HeadGrid grid) {
    this.frame = frame;
    this.columns = new HeadColumns(frame, grid);
  }

  /** Returns all slices; {@code names} returns the columns for a stratum. */
  public List<Map<String, Object>> all(Function<String, List<String>> names) {
    Map<List<String>, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < frame.size(); row++) {
      int at = row;
      List<String> key = KEYS.stream().map(name -> text(frame, name, at)).toList();
      rows.computeIfAbsent(key, absent -> new ArrayList<>()).add(row);
    }
    List<Map<String, Object>> slices = new ArrayList<>();
    rows.forEach(
        (key, some) -> {
          Map<String, Object> slice = new LinkedHashMap<>();
          IntStream.range(0, KEYS.size()).forEach(i -> slice.put(KEYS.get(i), key.get(i)));
          slice.put("columns", columns.of(some, names.apply(key.get(STRATUM))));
          slices.add(slice);
        });
    return slices;
  }

  /** Returns the values of a key in the order of the table, but {@code all} first. */
  public static List<String> values(Frame frame, String key) {
    return IntStream.range(0, frame.size())
        .mapToObj(row -> text(frame, key, row))
        .distinct()
        .sorted(Comparator.comparing(value -> !value.equals("all")))
        .toList();
  }

  private static String text(Frame frame, String key, int row) {
    return Printable.cut(frame.text(key, row), LONGEST);
  }
}
