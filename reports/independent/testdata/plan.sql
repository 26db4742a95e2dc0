-- The plan of the next period: what is planned, confirmed or already held in it (last sheet). "Every event says
-- whether residents are present. Such an event has no row outside ... and never in a plan."
SELECT row_number() OVER (ORDER BY e.start_at, e.id),
	julianday(substr(e.start_at, 1, 10)) - 2415018.5,
	(substr(e.start_at, 12, 2) * 60 + substr(e.start_at, 15, 2)) / 1440.0,
	CASE WHEN :texts THEN e.title ->> '$.ru' END,
	t.title,
	CASE WHEN e.type = 'training' THEN 'Обучение' WHEN e.project_id IS NULL THEN 'Акция' ELSE 'Проект' END,
	k.short ->> '$.ru',
	nullif(w.title, 'Неизвестно'),
	s.title,
	l.title,
	(SELECT coalesce(sum(wanted), 0) FROM needs n WHERE n.event_id = e.id)
FROM period p JOIN events e ON substr(e.start_at, 1, 10) BETWEEN p.from_on AND p.to_on
LEFT JOIN types t ON t.code = e.type
LEFT JOIN centre.kinds k ON k.code = e.law_kind
LEFT JOIN ways w ON w.code = e.direction
LEFT JOIN places s ON s.id = e.id
LEFT JOIN leaders l ON l.id = e.id
WHERE p.which = 'next' AND e.residents = 0 AND e.status IN ('planned', 'confirmed', 'held')
ORDER BY e.start_at, e.id;
