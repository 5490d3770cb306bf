/**
 * The rows of a run, read and annotated once and kept in its folder until it ends, each chunk's
 * rows together. It may import {@code job.row} and {@code job.folder}.
 */
package io.sextant.job.staged;
