package io.sextant.job.input.delimited;

import java.util.List;

/**
 * A record of a delimited file.
 *
 * @param fields null where nothing stands between two separators; empty where quotes do; those
 *     before the fault of a bad record
 * @param raw the record as it stands in the file, without the line's end
 * @param problem null if the record is as its dialect says
 */
public record DelimitedRecord(List<String> fields, String raw, String problem) {}
