/**
 * The arrays in which statistics are kept: by part and head, by part, or over pairs. They can be
 * merged, written and read. This package may import {@code math}, {@code pattern}, {@code
 * catalogue}, {@code table} and {@code fault}.
 */
package io.sextant.profile.state;
