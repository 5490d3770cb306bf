/**
 * The benchmark, run by {@code mvn -P bench}: throughput beside other engines, scaling, where the
 * time goes, what the whole job costs, accuracy, memory. May import everything of ours, tests
 * included.
 */
package io.sextant.bench;
