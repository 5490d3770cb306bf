/**
 * The files that hold the input: which they are, of which kind, their bytes as strict text, and the
 * table that a format makes of them. May import {@code config} and {@code fault}.
 */
package io.sextant.job.input.file;
