/**
 * The folder of a run: whose it is (the lease), which files in it are a run's, which state it is
 * in, and whether its tables are whole. May be used by {@code job} alone; may import {@code table}
 * and {@code fault}.
 */
package io.sextant.job.folder;
