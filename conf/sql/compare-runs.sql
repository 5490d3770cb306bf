-- What differs between two runs of models of the same shape?
--
-- One row for each head and pattern whose grade differs, or whose scores differ by .01 or more with intervals that do
-- not overlap, for every two runs, the largest difference first. The intervals treat the runs as independent; sextant
-- compare matches their pairs instead. If two models were trained separately, heads with the same layer and number are
-- not related.
select a.run_id as run_a, b.run_id as run_b, a.pattern, a.part, a.layer, a.head,
  a.score as score_a, b.score as score_b, b.score - a.score as difference, a.grade as grade_a, b.grade as grade_b
from head_patterns a
join head_patterns b
  on b.layer = a.layer and b.head = a.head and b.pattern = a.pattern and b.part = a.part and b.unit = a.unit
  and b.stratum = a.stratum and a.run_id < b.run_id
where a.unit = 'token' and a.stratum = 'all' and a.grade <> 'insufficient' and b.grade <> 'insufficient'
  and (a.grade <> b.grade
    or abs(b.score - a.score) >= 0.01 and (a.score_high < b.score_low or b.score_high < a.score_low))
order by a.run_id, b.run_id, abs(b.score - a.score) desc, a.pattern, a.part, a.layer, a.head;
