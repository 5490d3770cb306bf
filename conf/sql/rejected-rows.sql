-- Which rows were not profiled, and why?
--
-- The number of rows that a run rejected for each reason, and of all rows that it read; runs without rejected rows have
-- one row without a reason.
select runs.model, runs.run_id, runs.pairs_in, r.reason, count(r.reason) as rejected
from runs
left join rejects r on r.run_id = runs.run_id
group by runs.model, runs.run_id, runs.pairs_in, r.reason
order by runs.model, runs.run_id, rejected desc, r.reason;
