/**
 * What the statistics of a head are worth: judgements, grades and labels, and how stable they are.
 * May import {@code profile.statistic} and what it may.
 */
package io.sextant.profile.label;
