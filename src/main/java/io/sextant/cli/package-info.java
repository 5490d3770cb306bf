/**
 * The command line: a class for each command. It may import everything, and only {@code Main}
 * imports it.
 */
package io.sextant.cli;
