package io.sextant.syntax;

import io.sextant.attention.AttentionMap;
import io.sextant.bert.Window;
import io.sextant.profile.PairMeasure;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The questions about one annotated pair, and every head's answers. */
final class SyntaxReading implements PairMeasure.Reading {
  private final SyntaxState state;
  private final SyntaxFold fold;
  private final WordAlignment units;
  private final List<RelationProbe> questions;
  private final CoreferenceProbe anaphors;
  private final String group;

  /** The part of speech of each position; null for none. */
  private final String[] tags;

  private final WordAttention attention = new WordAttention();
  private final SyntaxCluster sums;

  SyntaxReading(
      SyntaxState state,
      SyntaxFold fold,
      WordAlignment units,
      CoreferenceProbe anaphors,
      String group) {
    this.state = state;
    this.fold = fold;
    this.units = units;
    this.questions = RelationProbe.of(units.dependencies);
    this.anaphors = anaphors;
    this.group = group;
    this.sums = new SyntaxCluster(state);
    sums.coreference.questions = anaphors.count();
    tags = new String[units.unitOf.length];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = units.unitOf[i] < 0 ? null : units.tags[units.unitOf[i]];
      if (tags[i] != null) {
        sums.tags.queries++;
        sums.tag(tags[i]).tokens++;
      }
    }
    for (int window = 0; window < state.windows.count(); window++) {
      addBaselines(window);
    }
  }

  /** Adds what would be right, or attended to, by chance in a window. */
  private void addBaselines(int index) {
    Window window = state.windows.different().get(index);
    UnitSpans spans = UnitSpans.of(units);
    for (RelationProbe of : questions) {
      Accuracies.UnitSums relation = sums.relation(of.key());
      relation.questions = of.units().length;
      System.arraycopy(
          of.hitsByOffset(spans, window),
          0,
          relation.baseline,
          index * RelationProbe.OFFSETS,
          RelationProbe.OFFSETS);
    }
    sums.coreference.baseline[index] = anaphors.nearestHits(window);
    if (window.reach() >= tags.length - 1) {
      // Every query sees all tagged tokens, so the sum over queries is a count.
      sums.tags.tags.values().forEach(tag -> tag.chance[index] = tag.tokens);
    } else {
      addChance(index, window);
    }
  }

  private void addChance(int index, Window window) {
    for (int query = 0; query < tags.length; query++) {
      int first = window.first(query);
      int end = window.end(query, tags.length);
      long seen = Arrays.stream(tags, first, end).filter(Objects::nonNull).count();
      for (int key = first; tags[query] != null && key < end; key++) {
        if (tags[key] != null) {
          sums.tag(tags[key]).chance[index] += 1. / seen;
        }
      }
    }
  }

  @Override
  public void read(int layer, AttentionMap map) {
    for (int h = 0; h < map.heads(); h++) {
      int head = layer * state.headsPerLayer + h;
      if (!questions.isEmpty()) {
        attention.read(units, map, h);
        for (RelationProbe of : questions) {
          sums.relation(of.key()).hits[head] = of.hits(attention);
        }
      }
      if (sums.tags.queries > 0) {
        readTags(map, h, head);
      }
      if (anaphors.count() > 0) {
        sums.coreference.hits[head] = anaphors.hits(map, h);
      }
    }
  }

  private void readTags(AttentionMap map, int h, int head) {
    double all = 0;
    for (int key = 0; key < map.size(); key++) {
      if (tags[key] != null) {
        double mass = 0;
        for (int query = 0; query < map.size(); query++) {
          mass += tags[query] == null ? 0 : map.weight(h, query, key);
        }
        sums.tag(tags[key]).mass[head] += mass;
        all += mass;
      }
    }
    sums.tags.tagged[head] = all;
  }

  @Override
  public void keep() {
    state.words += units.words;
    state.mismatchedWords += units.mismatched;
    fold.add(sums, group);
  }
}
