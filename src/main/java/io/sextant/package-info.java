/**
 * The public API, and the entry point of the program. Only {@code Main} ends the process. The
 * commands are in {@code cli}, which is built on the API. {@code ArchitectureTest} checks that
 * every package imports only what its package-info allows.
 */
package io.sextant;
