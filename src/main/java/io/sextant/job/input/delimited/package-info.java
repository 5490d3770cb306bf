/**
 * Reads CSV and TSV: dialects, quoting as in RFC 4180, and tables without quoting. It may import
 * {@code job.input.file}.
 */
package io.sextant.job.input.delimited;
