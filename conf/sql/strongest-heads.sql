-- Which three heads show each pattern most?
--
-- Every part that carries a label, every run. Of related and predictive words the score is share_content, the part of
-- the attention to content; of position and marks it is share. The grade says whether the head exhibits the pattern
-- by all conditions: the first of a list may still be 'none'.
with scored as (
  select run_id, pattern, part, layer, head, grade, lift, null_name,
    case when pattern like 'related%' or pattern like 'predictive%' then share_content else share end as score
  from head_patterns
  where unit = 'token' and stratum = 'all' and grade is not null
), ranked as (
  select scored.*, row_number() over (partition by run_id, pattern, part order by score desc, layer, head) as place
  from scored
  where score is not null
)
select runs.model, runs.run_id, pattern, part, place, layer, head, score, lift, null_name, grade
from ranked
join runs on runs.run_id = ranked.run_id
where place <= 3
order by runs.model, runs.run_id, pattern, part, place;
