/**
 * The command line: one small command per verb. May import everything but is imported by {@code
 * Main} only.
 */
package io.sextant.cli;
