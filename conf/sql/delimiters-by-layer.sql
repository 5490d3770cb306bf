-- Where does attention go to rest?
--
-- The mean attention of a content token to [CLS] and to the two [SEP], layer by layer, and how many heads of the layer
-- give delimiters more than half. Much attention to [SEP] moves little (Clark et al. 2019, Kobayashi et al. 2020).
select runs.model, runs.run_id, h.layer, avg(h.cls) as cls, avg(h.first_sep) as first_sep,
  avg(h.second_sep) as second_sep, avg(h.delimiter) as delimiter,
  sum(case when h.delimiter > 0.5 then 1 else 0 end) as mostly_delimiter
from head_profile h
join runs on runs.run_id = h.run_id
where h.unit = 'token' and h.stratum = 'all'
group by runs.model, runs.run_id, h.layer
order by runs.model, runs.run_id, h.layer;
