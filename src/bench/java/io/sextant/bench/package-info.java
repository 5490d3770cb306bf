/**
 * The benchmark, run by {@code mvn -P bench}: throughput compared with other engines, scaling, time
 * by stage, the cost of the whole job, accuracy and memory. It may import all packages, including
 * tests.
 */
package io.sextant.bench;
