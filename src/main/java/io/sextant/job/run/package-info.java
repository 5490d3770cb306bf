/**
 * One run: its identity, its record in run.json, its opening and its end, whether it succeeds,
 * fails or is cancelled. May import {@code job.executor}, {@code job.chunk}, {@code job.row} and
 * {@code job.folder}.
 */
package io.sextant.job.run;
