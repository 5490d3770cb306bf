/**
 * The files of a checkpoint, in a directory or in an archive, and what small ones hold as text and
 * as JSON. May import {@code fault} only; {@code bert} alone uses it.
 */
package io.sextant.bert.files;
