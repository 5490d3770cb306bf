package io.sextant.profile;

import io.sextant.catalogue.Catalogue;
import io.sextant.catalogue.Entry;
import io.sextant.catalogue.Null;
import io.sextant.catalogue.Stratum;
import io.sextant.catalogue.Title;
import io.sextant.profile.statistic.Strata;
import io.sextant.table.RowBuilder;
import io.sextant.table.Table;
import io.sextant.table.row.CatalogueRow;
import java.util.ArrayList;
import java.util.List;

/**
 * The catalogue as rows of the table {@code catalogue}, so that the tables of a run explain their
 * own keys.
 */
public final class CatalogueTable {
  private final String runId;
  private final List<CatalogueRow> rows = new ArrayList<>();

  private CatalogueTable(String runId) {
    this.runId = runId;
  }

  /**
   * Returns the rows, grouped by kind. Within a kind they are in the order of display.
   *
   * @param classes the labels of the classes that have a stratum each
   */
  public static List<CatalogueRow> rows(String runId, List<String> classes) {
    CatalogueTable table = new CatalogueTable(runId);
    Catalogue all = Catalogue.all();
    for (int place = 0; place < all.patterns().size(); place++) {
      Entry entry = all.patterns().get(place);
      table.rows.add(
          table
              .row("pattern", entry.key(), place, entry.title())
              .set("description", entry.sentence())
              .set("family", entry.family())
              .set("color", entry.color())
              .set("letter", entry.letter())
              .build());
    }
    table.addAll("part", all.parts());
    for (int place = 0; place < all.nulls().size(); place++) {
      Null chance = all.nulls().get(place);
      table.rows.add(table.row("null", chance.key(), place, chance.title()).build());
    }
    List<Stratum> strata = new ArrayList<>(all.strata());
    strata.addAll(Strata.ofClasses(classes));
    for (int place = 0; place < strata.size(); place++) {
      Stratum stratum = strata.get(place);
      table.rows.add(
          table
              .row("stratum", stratum.key(), place, stratum.title())
              .set("family", stratum.by())
              .build());
    }
    table.addAll("unit", all.units());
    return table.rows;
  }

  private void addAll(String kind, List<Title> titles) {
    for (int place = 0; place < titles.size(); place++) {
      rows.add(row(kind, titles.get(place).key(), place, titles.get(place).title()).build());
    }
  }

  private RowBuilder<CatalogueRow> row(String kind, String key, int place, String title) {
    return Table.CATALOGUE
        .row()
        .set("run_id", runId)
        .set("kind", kind)
        .set("key", key)
        .set("place", place)
        .set("title", title);
  }
}
