package io.sextant.job.input.delimited;

import java.util.List;

/**
 * A record of a delimited file.
 *
 * @param fields the fields; null for one without characters, and an empty string for one of two
 *     quotes; in a bad record, the fields before the fault
 * @param raw the record as in the file, without the line break at its end
 * @param problem what is wrong with the record; null if it is well-formed
 */
public record DelimitedRecord(List<String> fields, String raw, String problem) {}
