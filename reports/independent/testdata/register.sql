-- Projects whose term overlaps the period, then actions: held events of the period that are not part of a project.
-- Without events with residents. Of the thirteen columns those with numbers and the form.
SELECT row_number() OVER (ORDER BY part, at, id), leader, kind, volunteers, form, hours
FROM (
	SELECT 1 AS part, j.from_on AS at, j.id, '' AS leader, k.short ->> '$.ru' AS kind, 'Проект' AS form,
		(SELECT count(DISTINCT volunteer_id) FROM open_work h JOIN events e ON e.id = h.event_id WHERE h.which = 'now' AND e.project_id = j.id) AS volunteers,
		(SELECT coalesce(sum(minutes), 0) / 60.0 FROM open_work h JOIN events e ON e.id = h.event_id WHERE h.which = 'now' AND e.project_id = j.id) AS hours
	FROM period p JOIN projects j ON j.from_on <= p.to_on AND (j.to_on = '' OR j.to_on >= p.from_on)
	LEFT JOIN centre.kinds k ON k.code = j.law_kind
	WHERE p.which = 'now'
	UNION ALL
	SELECT 2, e.start_at, e.id, l.title, k.short ->> '$.ru', 'Акция', coalesce(f.volunteers, 0), coalesce(f.hours, 0)
	FROM gatherings e
	LEFT JOIN centre.kinds k ON k.code = e.law_kind
	LEFT JOIN leaders l ON l.id = e.id
	LEFT JOIN staff f ON f.event_id = e.id
	WHERE e.which = 'now' AND e.residents = 0 AND e.project_id IS NULL
)
ORDER BY part, at, id;
