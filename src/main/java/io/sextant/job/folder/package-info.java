/**
 * The folder of a run: the lease that says who may change it, the names of its files, its state,
 * and the check of its tables. Only {@code job} may use it. It may import {@code table} and {@code
 * fault}.
 */
package io.sextant.job.folder;
