/**
 * Pairs in, statistics out, with no Spark: {@code HeadProfiler} runs the pairs, {@code HeadStats}
 * is the mergeable state. May import {@code math}, {@code bert}, {@code text}, {@code linguistics},
 * {@code attention}, {@code pattern}, {@code catalogue}, {@code table}, {@code config} and {@code
 * fault}.
 */
package io.sextant.profile;
