/**
 * The command line: a class for each command. It may import everything, and only {@code Main} and
 * {@code python} import it.
 */
package io.sextant.cli;
