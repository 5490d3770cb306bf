-- How much attention goes to the delimiters?
--
-- The mean attention of a content token to [CLS] and to the two [SEP], for each layer, and the number of the layer's
-- heads that give more than half of their attention to delimiters. Much of the attention to [SEP] has little effect
-- (Clark et al. 2019, Kobayashi et al. 2020).
select runs.model, runs.run_id, h.layer, avg(h.cls) as cls, avg(h.first_sep) as first_sep,
  avg(h.second_sep) as second_sep, avg(h.delimiter) as delimiter,
  sum(case when h.delimiter > 0.5 then 1 else 0 end) as mostly_delimiter
from head_profile h
join runs on runs.run_id = h.run_id
where h.unit = 'token' and h.stratum = 'all'
group by runs.model, runs.run_id, h.layer
order by runs.model, runs.run_id, h.layer;
