-- What was not profiled, and why?
--
-- The rows that a run rejected, by reason, out of all that it read; runs that rejected nothing have one row without a
-- reason.
select runs.model, runs.run_id, runs.pairs_in, r.reason, count(r.reason) as rejected
from runs
left join rejects r on r.run_id = runs.run_id
group by runs.model, runs.run_id, runs.pairs_in, r.reason
order by runs.model, runs.run_id, rejected desc, r.reason;
