package io.sextant.report.page;

import io.sextant.table.RunManifest;

/** The layers of a model and the heads of each, as the page's scripts read them. */
public record Shape(int layers, int heads) {

  public static Shape of(RunManifest.Model model) {
    return new Shape(model.layers(), model.heads());
  }
}
