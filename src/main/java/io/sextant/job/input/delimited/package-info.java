/**
 * CSV and TSV: dialects, RFC 4180's quotes, and tables without quotes. May import {@code
 * job.input.file}.
 */
package io.sextant.job.input.delimited;
