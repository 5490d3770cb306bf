/**
 * The Spark job around {@code profile}: read, plan chunks, run, commit, merge, write. The only
 * package that uses Spark's session and its RDD and Dataset API.
 */
package io.sextant.job;
