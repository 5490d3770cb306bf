/**
 * Reads the input: it lists the files, recognises their kinds, decodes them strictly and opens
 * tables of named columns. It may import {@code config} and {@code fault}, but not the rest of
 * {@code job}, which imports it.
 */
package io.sextant.job.input;
