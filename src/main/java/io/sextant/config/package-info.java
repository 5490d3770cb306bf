/**
 * The settings of a run as immutable records, and their loader: flag over file over {@code
 * reference.conf}, bound to the records by Jackson. May import {@code fault}.
 */
package io.sextant.config;
