/**
 * Makes rows of the input's files: pairs, annotated pairs, and pairs of documents, each with its id
 * and its cluster. It may import {@code job.input}.
 */
package io.sextant.job.row;
