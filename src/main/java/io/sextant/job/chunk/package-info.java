/**
 * The chunks of a run: how rows are placed in them, and the files that a finished one leaves. May
 * import {@code job.row} and {@code job.folder}.
 */
package io.sextant.job.chunk;
