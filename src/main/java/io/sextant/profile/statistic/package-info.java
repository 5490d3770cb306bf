/**
 * The statistics of a head: each is a class that takes a pair's sums, merges with its like, and
 * fills its columns. {@code StratumStats} lists them. May import {@code profile.pair} and {@code
 * profile.state}.
 */
package io.sextant.profile.statistic;
