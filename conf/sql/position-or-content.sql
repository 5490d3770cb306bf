-- Does a head attend by position or by content?
--
-- position is the largest share of one positional pattern (previous, self, next). content is the lift of related words
-- over the strictest null, which accounts for the head's positional habits: a head that only attends to neighbours has
-- a lift of 1. A head is positional if it gives half of its attention to one position, and attends to content if
-- related words of the other sentence get significantly more than chance. auc is over the targets that have a matched
-- control.
with position as (
  select p.run_id, p.layer, p.head, max(p.score) as position
  from head_patterns p
  join catalogue c on c.run_id = p.run_id and c.kind = 'pattern' and c.key = p.pattern
  where p.unit = 'token' and p.stratum = 'all' and p.headline and c.family = 'position'
  group by p.run_id, p.layer, p.head
)
select runs.model, runs.run_id, position.layer, position.head, position.position,
  content.lift as content, content.lift_low as content_low, content.auc,
  content.matched, content.unmatched,
  case
    when position.position >= 0.5 then 'positional'
    when content.lift_low > 1 and content.auc > 0.5 then 'content'
    else 'neither'
  end as kind
from position
join runs on runs.run_id = position.run_id
join head_patterns content
  on content.run_id = position.run_id and content.layer = position.layer and content.head = position.head
  and content.pattern = 'related_other' and content.headline and content.unit = 'token'
  and content.stratum = 'all'
order by runs.model, runs.run_id, position.layer, position.head;
