-- "Direction of the event; hours without an event take the volunteer's main direction." Without events with residents
-- (last sheet). "A volunteer chooses: not at all (counted in totals, no row)."
SELECT row_number() OVER (ORDER BY v.number), '№ ' || v.number, b.title,
	coalesce(sum(minutes) FILTER (WHERE way = 'bilim'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'qamqor'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'umit'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'sabaqtastyq'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'taza_alem'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'saulyq'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'asyl_mura'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'event'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'other'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = ''), 0) / 60.0
FROM open_work w JOIN volunteers v ON v.id = w.volunteer_id
JOIN aged a ON a.id = v.id AND a.which = 'now'
JOIN bands b ON b.band = a.band
WHERE w.which = 'now' AND v.naming <> 'none'
GROUP BY v.id ORDER BY v.number;
