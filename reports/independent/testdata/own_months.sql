-- "A volunteer's own hours include them only in whole-month totals under the same rule", and "for free dates they are
-- left out": of the whole calendar periods each month by itself. Here the last column, the sum of the months.
WITH own_months AS (
	SELECT volunteer_id, minutes FROM open_work WHERE which = 'now'
	UNION ALL
	SELECT h.volunteer_id, h.minutes
	FROM period p JOIN spans_out s ON s.kind = 'month' AND s.from_on >= p.from_on AND s.to_on <= p.to_on
	JOIN events e ON e.residents = 1 AND e.status = 'held' AND substr(e.start_at, 1, 10) BETWEEN s.from_on AND s.to_on
	JOIN hours h ON h.event_id = e.id AND h.status = 'approved'
	WHERE p.which = 'now' AND (SELECT kind FROM calendar) <> 'free'
)
SELECT row_number() OVER (ORDER BY v.number), '№ ' || v.number, b.title, sum(m.minutes) / 60.0
FROM own_months m JOIN volunteers v ON v.id = m.volunteer_id
JOIN aged a ON a.id = v.id AND a.which = 'now'
JOIN bands b ON b.band = a.band
WHERE v.naming <> 'none'
GROUP BY v.id ORDER BY v.number;
