/**
 * What the driver notices of the cluster that it runs on.
 *
 * <p>Imports nothing of Sextant.
 */
package io.sextant.job.cluster;
