/**
 * The arrays that statistics are kept in: by part and head, by part, over pairs. They merge, and
 * they read and write themselves. May import {@code math}, {@code pattern}, {@code catalogue},
 * {@code table} and {@code fault}.
 */
package io.sextant.profile.state;
