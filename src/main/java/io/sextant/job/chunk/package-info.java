/**
 * The chunks of a run: which rows belong to a chunk, the files of a finished chunk, and the tree by
 * which chunks are merged. It may import {@code job.row} and {@code job.folder}.
 */
package io.sextant.job.chunk;
