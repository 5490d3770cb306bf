/** Parquet files as input. May import {@code job.input.file}. */
package io.sextant.job.input.parquet;
