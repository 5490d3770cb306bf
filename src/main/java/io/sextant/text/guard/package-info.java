/**
 * Protects the process from a {@code tokenizer.json} of unknown origin, which a native library
 * runs: it checks the file's bounds, and tries it in a process of its own. It may import {@code
 * bert} and {@code fault} only.
 */
package io.sextant.text.guard;
