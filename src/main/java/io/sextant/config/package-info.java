/**
 * The settings of a run as immutable records, and their loader: flag over file over {@code
 * reference.conf}. May import {@code fault}.
 */
package io.sextant.config;
