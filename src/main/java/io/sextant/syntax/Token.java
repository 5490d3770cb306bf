package io.sextant.syntax;

/**
 * A syntactic word of an annotated sentence.
 *
 * @param form as it is written, or for a word inside a multiword token as the annotation gives it
 * @param surface index of the token of the text that it is, or is part of: the words of a multiword
 *     token share one
 * @param begin index of its first character in the text, in UTF-16 units; -1 if the text does not
 *     have it
 * @param end index after its last
 * @param lemma null if not given
 * @param tag universal part of speech; null if not given
 * @param head index of its syntactic head in the sentence; -1 for a root, or if there is no tree
 * @param relation of the word to its head, with the subtype; null if there is no tree
 */
public record Token(
    String form,
    int surface,
    int begin,
    int end,
    String lemma,
    String tag,
    int head,
    String relation) {}
