/**
 * The HTML page: its data as JSON, its scripts and styles, its sections. May import {@code
 * report.figure} and {@code report.draw}.
 */
package io.sextant.report.page;
