-- What does every head do?
--
-- One row per head: its label, how broad its attention is and how far it reaches, how much of it goes to delimiters,
-- and the pattern that gets most of it, whether or not the head exhibits that pattern.
with best as (
  select run_id, layer, head, pattern, part, share,
    row_number() over (partition by run_id, layer, head order by share desc, pattern, part) as place
  from head_patterns
  where unit = 'token' and stratum = 'all' and headline
)
select runs.model, runs.run_id, h.layer, h.head, h.primary_label,
  h.entropy, h.entropy_ratio, h.mean_distance, h.confidence, h.delimiter,
  best.pattern as most_pattern, best.share as most_share
from head_profile h
join runs on runs.run_id = h.run_id
left join best on best.run_id = h.run_id and best.layer = h.layer and best.head = h.head and best.place = 1
where h.unit = 'token' and h.stratum = 'all'
order by runs.model, runs.run_id, h.layer, h.head;
