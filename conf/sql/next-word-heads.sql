-- Which heads look at the next word?
--
-- One row a head that exhibits the pattern, the surest first: what the head gives to the next token on average, with
-- its 95 % interval, and how many times more that is than uniform attention gives. Put another pattern in the place
-- of 'next' to ask for it: previous, self, delimiter, punctuation (related words have the part content_words).
select runs.model, runs.run_id, p.layer, p.head, p.grade, p.share, p.share_low, p.share_high, p.lift
from head_patterns p
join runs on runs.run_id = p.run_id
where p.pattern = 'next' and p.part = 'all' and p.unit = 'token' and p.stratum = 'all'
  and p.grade in ('dominant', 'strong', 'present')
order by runs.model, runs.run_id, p.share desc;
