/** JSON lines. May import {@code job.input.file}. */
package io.sextant.job.input.json;
