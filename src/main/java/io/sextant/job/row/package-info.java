/**
 * From the input's files to rows: pairs, annotated pairs, documents, each with its id, its cluster
 * and its half. May import {@code job.input}.
 */
package io.sextant.job.row;
