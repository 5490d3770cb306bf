/** Reads Parquet files. It may import {@code job.input.file}. */
package io.sextant.job.input.parquet;
