package io.sextant.report;

import io.sextant.table.HeadProfile;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The heads whose primary label is a pattern. */
record Label(String pattern, List<HeadProfile> profiles) {

  /** The heads of one layer, as they are written. */
  record Layer(int layer, String heads) {}

  String title() {
    return PatternWords.title(pattern);
  }

  int count() {
    return profiles.size();
  }

  List<Layer> layers() {
    return profiles.stream()
        .collect(Collectors.groupingBy(HeadProfile::layer, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(layer -> new Layer(layer.getKey(), heads(layer.getValue())))
        .toList();
  }

  private static String heads(List<HeadProfile> profiles) {
    return profiles.stream()
        .map(profile -> Integer.toString(profile.head()))
        .collect(Collectors.joining(", "));
  }
}
