-- "Events: status held, start date in the period." "Events with residents present have no row anywhere outside."
-- "Columns with free text are empty unless" they were asked for.
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
	coalesce(f.volunteers, 0),
	e.public_count + coalesce(f.volunteers, 0),
	coalesce(f.hours, 0),
	e.public_count,
	CASE WHEN :texts THEN e.result END,
	CASE WHEN :texts THEN e.link END
FROM gatherings e
LEFT JOIN types t ON t.code = e.type
LEFT JOIN centre.kinds k ON k.code = e.law_kind
LEFT JOIN ways w ON w.code = e.direction
LEFT JOIN places s ON s.id = e.id
LEFT JOIN leaders l ON l.id = e.id
LEFT JOIN staff f ON f.event_id = e.id
WHERE e.which = 'now' AND e.residents = 0
ORDER BY e.start_at, e.id;
