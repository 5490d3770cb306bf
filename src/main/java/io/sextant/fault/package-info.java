/**
 * The errors that a user can correct. Every package may import it; it imports no other package of
 * Sextant.
 */
package io.sextant.fault;
