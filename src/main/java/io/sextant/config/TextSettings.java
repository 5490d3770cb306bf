package io.sextant.config;

/**
 * What a text file cannot say of itself.
 *
 * @param encoding of files without a byte-order mark; null for UTF-8
 * @param separator of fields; null for that of the format
 * @param quote around fields, {@code none}, or {@code \"}; null for that of the format
 */
public record TextSettings(String encoding, String separator, String quote) {}
