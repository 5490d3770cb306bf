-- How many relations between the sentences are accidental?
--
-- Unrelated sentences also have related words. rate is the fraction of the word pairs that a tier relates;
-- accidental_rate is the same in shuffled pairs; accidents is accidental_rate divided by rate. If it is near 1, the
-- tier says nothing about the pair.
select runs.model, runs.run_id, r.words, r.tier,
  r.related_word_pairs * 1.0 / nullif(r.word_pairs, 0) as rate,
  r.shuffled_related_word_pairs * 1.0 / nullif(r.shuffled_word_pairs, 0) as accidental_rate,
  (r.shuffled_related_word_pairs * 1.0 / nullif(r.shuffled_word_pairs, 0))
    / nullif(r.related_word_pairs * 1.0 / nullif(r.word_pairs, 0), 0) as accidents
from relation_rates r
join runs on runs.run_id = r.run_id
order by runs.model, runs.run_id, r.words, r.tier;
