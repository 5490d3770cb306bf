/**
 * What the driver notices of the cluster that it runs on.
 *
 * <p>Imports {@code fault} alone of Sextant.
 */
package io.sextant.job.cluster;
