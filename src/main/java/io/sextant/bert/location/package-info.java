/**
 * Where the checkpoint lies that a user names: a path, a folder of Hugging Face's cache, or a name
 * on its hub. Reaches no network. May import {@code fault} only.
 */
package io.sextant.bert.location;
