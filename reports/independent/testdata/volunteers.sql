-- "A volunteer chooses: not at all (counted in totals, no row); as a number (default: number, age band, direction,
-- events, hours); by name. Minors: at most as a number." The sheet holds numbers only.
SELECT row_number() OVER (ORDER BY v.number), '№ ' || v.number, b.title, nullif(w.title, 'Неизвестно'), o.events, o.hours,
	CASE WHEN :texts THEN v.awards END
FROM volunteers v
JOIN aged a ON a.id = v.id AND a.which = 'now'
JOIN bands b ON b.band = a.band
JOIN own o ON o.id = v.id
LEFT JOIN ways w ON w.code = coalesce(v.directions ->> '$[0]', '')
WHERE v.naming <> 'none'
	AND (v.id IN (SELECT id FROM present WHERE which = 'now') OR v.id IN (SELECT volunteer_id FROM own_work WHERE which = 'now'))
ORDER BY v.number;
