/**
 * Redaction: passwords, keys and tokens are removed from messages, logs, printed commands and
 * records, and control characters are written as their codes. It imports no other package of
 * Sextant.
 */
package io.sextant.redaction;
