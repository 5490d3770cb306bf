/**
 * What is kept from a person's eyes: passwords, keys and tokens are redacted from messages, logs,
 * printed commands and records, and control characters are written as their codes. Imports no other
 * package.
 */
package io.sextant.redaction;
