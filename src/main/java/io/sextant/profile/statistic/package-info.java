/**
 * The statistics of a head. Each is a class that reads the sums of pairs, can be merged, and sets
 * its columns. {@code StratumStats} lists them. This package may import {@code profile.pair} and
 * {@code profile.state}.
 */
package io.sextant.profile.statistic;
