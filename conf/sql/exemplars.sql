-- Which pair shows a head's pattern best?
--
-- The best pair of every head and pattern it exhibits, as tokens; share is the pair's own.
select runs.model, runs.run_id, e.pattern, e.layer, e.head, e.score as share, e.pair_id,
  array_to_string(e.tokens, ' ') as tokens
from exemplars e
join runs on runs.run_id = e.run_id
where e.rank = 1
order by runs.model, runs.run_id, e.pattern, e.score desc, e.layer, e.head;
