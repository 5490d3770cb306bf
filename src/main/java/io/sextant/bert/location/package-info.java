/**
 * Finds the checkpoint that a user names by a path, a folder of Hugging Face's cache, or a name on
 * its hub. It does not use the network. It may import {@code fault} only.
 */
package io.sextant.bert.location;
