package io.sextant.syntax;

/**
 * A syntactic word of an annotated sentence.
 *
 * @param form the form as it is in the text; for a word in a multiword token, the form in the
 *     annotation
 * @param surface the index of its token in the text, which the words of a multiword token share
 * @param begin the index of its first UTF-16 unit in the text; -1 if the text does not contain it
 * @param end the index after its last UTF-16 unit; -1 if the text does not contain it
 * @param lemma the lemma; null if not given
 * @param tag the universal part of speech; null if not given
 * @param head the index of its syntactic head in the sentence; -1 for a root, or if there is no
 *     tree
 * @param relation the relation to its head with the subtype; null if there is no tree
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
