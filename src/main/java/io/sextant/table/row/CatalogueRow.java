package io.sextant.table.row;

/**
 * A row of {@code catalogue}: what a key of the other tables is called and how it is shown. The
 * columns are described in {@code schema/catalogue.json}.
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
