-- Which three heads show each pattern most strongly?
--
-- For each run and each part that carries a label, ordered by the score that the pattern is judged by (judged_by). The
-- grade says whether the head meets all conditions for exhibiting the pattern; even the first head may have the grade
-- 'none'. The bounds hold the truth for all heads together, and so for the first of them, at 95 %.
with ranked as (
  select run_id, pattern, part, layer, head, grade, lift, null_name, score, judged_by,
    score_simultaneous_low as score_low, score_simultaneous_high as score_high,
    row_number() over (partition by run_id, pattern, part order by score desc, layer, head) as place
  from head_patterns
  where unit = 'token' and stratum = 'all' and grade is not null and score is not null
)
select runs.model, runs.run_id, pattern, part, place, layer, head, score, score_low, score_high, judged_by, lift,
  null_name, grade
from ranked
join runs on runs.run_id = ranked.run_id
where place <= 3
order by runs.model, runs.run_id, pattern, part, place;
