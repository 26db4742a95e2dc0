-- "Projects: term overlaps the period." Held events up to the last day of the period, without those with residents.
-- A planned number that counts events with residents is kept back: with the held ones it would tell how many they are.
SELECT row_number() OVER (ORDER BY j.from_on, j.id),
	CASE WHEN :texts THEN j.name ->> '$.ru' END,
	CASE WHEN :texts THEN j.aim END,
	nullif(w.title, 'Неизвестно'),
	julianday(j.from_on) - 2415018.5,
	julianday(nullif(j.to_on, '')) - 2415018.5,
	CASE WHEN NOT EXISTS (SELECT 1 FROM events e WHERE e.project_id = j.id AND e.residents = 1) THEN nullif(j.planned, 0) END,
	(SELECT count(*) FROM events e WHERE e.project_id = j.id AND e.status = 'held' AND e.residents = 0 AND substr(e.start_at, 1, 10) <= p.to_on),
	CASE WHEN :texts THEN j.expected END,
	CASE WHEN :texts THEN j.actual END,
	CASE WHEN :texts THEN j.partners END
FROM period p JOIN projects j ON j.from_on <= p.to_on AND (j.to_on = '' OR j.to_on >= p.from_on)
LEFT JOIN ways w ON w.code = j.direction
WHERE p.which = 'now'
ORDER BY j.from_on, j.id;
