/**
 * The files of a checkpoint in a directory or an archive, and readers of small files as text and as
 * JSON. It may import {@code fault} only, and only {@code bert} uses it.
 */
package io.sextant.bert.files;
