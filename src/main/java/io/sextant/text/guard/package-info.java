/**
 * What stands between a {@code tokenizer.json} of unknown origin and the native library that runs
 * it: bounds on what it may hold, and a trial in a process of its own. May import {@code bert} and
 * {@code fault} only.
 */
package io.sextant.text.guard;
