-- Does a head keep its pattern in longer pairs?
--
-- The score of the strongest head of each pattern in each class of pair length in tokens. A head that only seems strong
-- because pairs are short has a lower score and a lower lift in longer pairs.
with strongest as (
  select run_id, pattern, part, layer, head,
    row_number() over (partition by run_id, pattern order by score desc, layer, head) as place
  from head_patterns
  where unit = 'token' and stratum = 'all' and headline and score is not null
)
select runs.model, runs.run_id, p.pattern, p.layer, p.head, p.stratum, p.n_clusters, p.score, p.score_low, p.score_high,
  p.lift
from strongest s
join runs on runs.run_id = s.run_id
join head_patterns p
  on p.run_id = s.run_id and p.pattern = s.pattern and p.part = s.part and p.layer = s.layer and p.head = s.head
  and p.unit = 'token'
join catalogue c on c.run_id = p.run_id and c.kind = 'stratum' and c.key = p.stratum
where s.place = 1 and c.family = 'length'
order by runs.model, runs.run_id, p.pattern, c.place;
