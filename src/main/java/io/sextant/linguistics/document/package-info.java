/** Joins the lines of documents and finds their sentences. It may import {@code linguistics}. */
package io.sextant.linguistics.document;
