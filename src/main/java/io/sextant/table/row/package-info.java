/**
 * The rows of the tables, one record a table; the columns are described in {@code schema/}. Imports
 * nothing of Sextant but {@code fault}.
 */
package io.sextant.table.row;
