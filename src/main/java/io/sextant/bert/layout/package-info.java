/**
 * Which layout a place holds a checkpoint in: the one that opens it. Every other package opens
 * models here. May import all of {@code bert}.
 */
package io.sextant.bert.layout;
