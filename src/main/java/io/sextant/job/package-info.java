/**
 * The Spark job around {@code profile}: it reads the input, plans the chunks, runs and commits
 * them, merges their states and writes the tables. Except for what calls it, the public API, {@code
 * cli} and {@code python}, it is the only package that uses Spark's session and its RDD and Dataset
 * API. It may import everything but {@code cli}, {@code report} and {@code demo}.
 */
package io.sextant.job;
