/**
 * The rows of the tables, one record per table. The columns are described in {@code schema/}. This
 * package may import {@code math}.
 */
package io.sextant.table.row;
