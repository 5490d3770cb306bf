/**
 * The settings of a run as immutable records, and their loader. Flags override a file, which
 * overrides {@code reference.conf}; Jackson binds the values to the records. It may import {@code
 * fault}.
 */
package io.sextant.config;
