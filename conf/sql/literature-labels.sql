-- Where do thresholds from the literature disagree with the labels of this run?
--
-- Labels of heads by the thresholds of Clark et al. 2019 and Voita et al. 2019, beside the label of this run. Their
-- thresholds are for shares only; the labels here also require lift over chance, consistency over the clusters and a
-- low false discovery rate.
select runs.model, runs.run_id, h.layer, h.head, h.clark_labels, h.voita_labels, h.primary_label
from head_profile h
join runs on runs.run_id = h.run_id
where h.unit = 'token' and h.stratum = 'all' and (h.clark_labels is not null or h.voita_labels is not null)
order by runs.model, runs.run_id, h.layer, h.head;
