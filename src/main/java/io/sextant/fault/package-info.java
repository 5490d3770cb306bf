/**
 * The errors that a user can mend. Every package may import this one; it imports nothing of ours.
 */
package io.sextant.fault;
