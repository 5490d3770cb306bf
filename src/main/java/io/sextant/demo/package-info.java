/**
 * The demo corpus, made of text that a Maven artifact brings. May import {@code text}, {@code
 * linguistics} and {@code fault}.
 */
package io.sextant.demo;
