package io.sextant.job.staged;

import java.io.Serializable;

/**
 * The place of a chunk's rows.
 *
 * @param offset where they begin in the file, in bytes
 * @param bytes their compressed length
 * @param rows their number
 */
public record RowSlice(int chunk, long offset, long bytes, long rows) implements Serializable {}
