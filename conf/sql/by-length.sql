-- Does a head keep its pattern in longer pairs?
--
-- The share of the strongest head of each pattern in every class of length, in word pieces. A head that only looks
-- strong because pairs are short loses its share, and its lift, as they grow.
with strongest as (
  select run_id, pattern, part, layer, head,
    row_number() over (partition by run_id, pattern order by share desc, layer, head) as place
  from head_patterns
  where unit = 'token' and stratum = 'all' and grade is not null and part in ('all', 'content_words')
)
select runs.model, runs.run_id, p.pattern, p.layer, p.head, p.stratum, p.n_pairs, p.share, p.share_low, p.share_high,
  p.lift
from strongest s
join runs on runs.run_id = s.run_id
join head_patterns p
  on p.run_id = s.run_id and p.pattern = s.pattern and p.part = s.part and p.layer = s.layer and p.head = s.head
  and p.unit = 'token'
where s.place = 1 and p.stratum like 'n%' and p.stratum <> 'no_period'
order by runs.model, runs.run_id, p.pattern,
  case p.stratum when 'n<=16' then 1 when 'n17-32' then 2 when 'n33-64' then 3 when 'n65-128' then 4 else 5 end;
