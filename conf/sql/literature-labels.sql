-- Where do the cuts of the literature disagree with ours?
--
-- Heads by the cuts of Clark et al. 2019 and Voita et al. 2019 beside their label here. Theirs are shares alone; ours
-- ask for lift over chance, consistency over the clusters and a false discovery rate as well.
select runs.model, runs.run_id, h.layer, h.head, h.clark_labels, h.voita_labels, h.primary_label
from head_profile h
join runs on runs.run_id = h.run_id
where h.unit = 'token' and h.stratum = 'all' and (h.clark_labels is not null or h.voita_labels is not null)
order by runs.model, runs.run_id, h.layer, h.head;
