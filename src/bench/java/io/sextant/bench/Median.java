package io.sextant.bench;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/** The median of several laps, with the minimum and the maximum. */
record Median(double middle, double least, double greatest, int laps) {

  static Median of(List<Double> laps) {
    DescriptiveStatistics statistics = new DescriptiveStatistics();
    laps.forEach(statistics::addValue);
    return new Median(
        statistics.getPercentile(50), statistics.getMin(), statistics.getMax(), laps.size());
  }
}
