package io.sextant.table.row;

/**
 * A row of {@code catalogue}, which explains a key of the other tables and says how it is
 * displayed. The columns are described in {@code schema/catalogue.json}.
 */
public record CatalogueRow(
    String runId,
    String kind,
    String key,
    int place,
    String title,
    String description,
    String family,
    String color,
    String letter) {}
