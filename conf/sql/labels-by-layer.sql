-- In which layers is each kind of head?
--
-- The number of heads with each label in each layer; 'none' means heads that exhibit no pattern.
select runs.model, runs.run_id, h.layer, coalesce(h.primary_label, 'none') as label, count(*) as heads
from head_profile h
join runs on runs.run_id = h.run_id
where h.unit = 'token' and h.stratum = 'all'
group by runs.model, runs.run_id, h.layer, coalesce(h.primary_label, 'none')
order by runs.model, runs.run_id, h.layer, heads desc, label;
