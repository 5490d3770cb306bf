/**
 * The files of the input: listing them, recognising their kind, decoding their text strictly, and
 * the interface of the tables that the formats make of them. It may import {@code config} and
 * {@code fault}.
 */
package io.sextant.job.input.file;
