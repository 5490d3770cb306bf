/**
 * The chunks of a run: which rows belong to a chunk, and the files of a finished chunk. It may
 * import {@code job.row} and {@code job.folder}.
 */
package io.sextant.job.chunk;
