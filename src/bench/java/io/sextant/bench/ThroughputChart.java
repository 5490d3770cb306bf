package io.sextant.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Bars: pairs a second by set, one colour an engine. */
final class ThroughputChart {
  private static final int DPI = 150;

  private ThroughputChart() {}

  static void write(Map<String, Map<String, Median>> results, Path file) throws IOException {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(900)
            .height(420)
            .title("BERT-Base with every attention map, one thread")
            .yAxisTitle("pairs per second of processor time")
            .build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setLabelsVisible(true);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setChartBackgroundColor(java.awt.Color.WHITE);
    List<String> sets = new ArrayList<>(results.keySet());
    for (String engine : results.get(sets.get(0)).keySet()) {
      List<Double> rates = new ArrayList<>();
      for (String set : sets) {
        rates.add(Math.round(10 * results.get(set).get(engine).middle()) / 10.0);
      }
      chart.addSeries(engine, sets, rates);
    }
    BitmapEncoder.saveBitmapWithDPI(chart, file.toString(), BitmapFormat.PNG, DPI);
  }
}
