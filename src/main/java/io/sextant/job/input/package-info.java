/**
 * What the input's files are and how their rows are read: listing, kinds of files, strict decoding,
 * tables of named columns. May import {@code config} and {@code fault}; the rest of {@code job}
 * imports it and not the other way round.
 */
package io.sextant.job.input;
