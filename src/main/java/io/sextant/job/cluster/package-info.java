/**
 * What the driver observes of its cluster. Of Sextant's packages it imports {@code fault} alone.
 */
package io.sextant.job.cluster;
