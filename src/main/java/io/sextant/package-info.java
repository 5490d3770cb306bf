/**
 * Where the program starts. {@code Main} alone ends the process; the commands are in {@code cli},
 * and {@code ArchitectureTest} holds every package to what its package-info says.
 */
package io.sextant;
