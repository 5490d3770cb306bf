/**
 * Statistics of attention heads over a corpus, without Spark: {@code HeadProfiler} runs the pairs
 * and {@code ProfileState} is the mergeable state. This package may import {@code math}, {@code
 * bert}, {@code text}, {@code linguistics}, {@code attention}, {@code pattern}, {@code catalogue},
 * {@code table}, {@code config} and {@code fault}.
 */
package io.sextant.profile;
