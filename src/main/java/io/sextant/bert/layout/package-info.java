/**
 * Finds the layout of a checkpoint and opens it. All other packages open models here. It may import
 * all of {@code bert}.
 */
package io.sextant.bert.layout;
