/** Reads JSON lines. It may import {@code job.input.file}. */
package io.sextant.job.input.json;
