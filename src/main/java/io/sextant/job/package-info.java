/**
 * The Spark job around {@code profile}: read, plan chunks, run, commit, merge, write. The only
 * package that uses Spark's session and its RDD and Dataset API, but for {@code cli}, which opens
 * the session. May import everything but {@code cli}, {@code report} and {@code demo}.
 */
package io.sextant.job;
