package io.sextant.pattern;

/** What kind of claim a pattern makes; it decides the score, the null and the cuts of its grade. */
public enum Family {
  /** Targets fixed by position: judged by {@code share} against uniform attention. */
  POSITION,
  /** Targets are marks: judged by {@code share} against uniform attention. */
  MARK,
  /** Targets chosen by content: judged by {@code share_content}. */
  CONTENT,
  /** Describes a head, is never a label. */
  DESCRIPTION
}
