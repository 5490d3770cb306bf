package io.sextant.report;

import io.sextant.table.HeadProfile;

/** A head in the table of primary labels, its numbers as they are written. */
record LabelledHead(HeadProfile profile) {

  int layer() {
    return profile.layer();
  }

  int head() {
    return profile.head();
  }

  String label() {
    return PatternWords.title(profile.primaryLabel());
  }

  String clarkLabels() {
    return profile.clarkLabels() == null ? "" : profile.clarkLabels().replace(",", ", ");
  }

  String entropy() {
    return Notation.plain(profile.entropy());
  }

  String distance() {
    return Notation.plain(profile.meanDistance());
  }

  String confidence() {
    return Notation.share(profile.confidence());
  }

  String delimiter() {
    return Notation.share(profile.delimiter());
  }
}
