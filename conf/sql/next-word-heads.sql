-- Which heads look at the next word?
--
-- One row a head that exhibits the pattern, the surest first: what the head gives to the next token on average, with
-- its 95 % interval, and how many times more that is than uniform attention gives. Put another pattern in the place
-- of 'next' to ask for it; the table catalogue has them.
select runs.model, runs.run_id, p.layer, p.head, p.grade, p.score, p.score_low, p.score_high, p.lift
from head_patterns p
join runs on runs.run_id = p.run_id
where p.pattern = 'next' and p.headline and p.unit = 'token' and p.stratum = 'all'
  and p.exhibits
order by runs.model, runs.run_id, p.score desc;
