package io.sextant.config;

/**
 * How text files are read.
 *
 * @param encoding the encoding of files without a byte-order mark; null for UTF-8
 * @param separator the separator of fields; null for that of the format
 * @param quote the character around fields, or {@code none}, or {@code \"} if a backslash escapes
 *     quotes; null for that of the format
 */
public record TextSettings(String encoding, String separator, String quote) {}
