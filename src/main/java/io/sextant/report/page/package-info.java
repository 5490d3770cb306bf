/**
 * The HTML page: its data as JSON, its scripts and styles, and its sections. It may import {@code
 * report.figure} and {@code report.draw}.
 */
package io.sextant.report.page;
