-- Which heads attend to the next word?
--
-- One row per head that exhibits the pattern, the highest score first: the mean attention to the next token, with its
-- 95 % interval, and the ratio of that to uniform attention. Replace 'next' to query another pattern; the table
-- catalogue lists them.
select runs.model, runs.run_id, p.layer, p.head, p.grade, p.score, p.score_low, p.score_high, p.lift
from head_patterns p
join runs on runs.run_id = p.run_id
where p.pattern = 'next' and p.headline and p.unit = 'token' and p.stratum = 'all'
  and p.exhibits
order by runs.model, runs.run_id, p.score desc;
