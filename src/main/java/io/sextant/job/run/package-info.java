/**
 * A run: its identity, its record in run.json, its opening, and its end by success, failure or
 * cancellation. It may import {@code job.executor}, {@code job.chunk}, {@code job.row} and {@code
 * job.folder}.
 */
package io.sextant.job.run;
