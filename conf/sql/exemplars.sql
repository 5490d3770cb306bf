-- Which pair shows the pattern of a head best?
--
-- The tokens of the best pair for every head and pattern that the head exhibits; share is the share in that pair.
select runs.model, runs.run_id, e.pattern, e.layer, e.head, e.score as share, e.pair_id,
  array_to_string(e.tokens, ' ') as tokens
from exemplars e
join runs on runs.run_id = e.run_id
where e.rank = 1
order by runs.model, runs.run_id, e.pattern, e.score desc, e.layer, e.head;
