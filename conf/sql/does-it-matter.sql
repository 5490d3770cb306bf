-- Does it matter what the heads of a label do?
--
-- The effect of ablating all heads that exhibit a part, on each outcome (masked_lm_loss: nats of loss), beside 20 random
-- sets with as many heads in each layer; rank 1 means that no random set has as great an effect. explained is the median
-- part of a head's effect that goes through the pattern, among its heads for which that is known. Runs that have not
-- measured effects (sextant effects) have one row without a pattern.
with explained as (
  select run_id, pattern, part, outcome, percentile_cont(0.5) within group (order by explained) as explained,
    count(explained) as heads_explained
  from pattern_effects
  where exhibits
  group by run_id, pattern, part, outcome
)
select runs.model, runs.run_id, l.pattern, l.part, l.outcome, l.n_heads, l.effect, l.effect_low, l.effect_high,
  l.random_mean, l.random_sd, l.rank, e.explained, e.heads_explained
from runs
left join label_effects l on l.run_id = runs.run_id
left join explained e
  on e.run_id = l.run_id and e.pattern = l.pattern and e.part = l.part and e.outcome = l.outcome
order by runs.model, runs.run_id, l.outcome, l.effect desc, l.pattern, l.part;
