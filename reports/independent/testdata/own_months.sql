-- The last column, the sum of the months. "Hours at events with residents are not in this file" (last sheet).
SELECT row_number() OVER (ORDER BY v.number), '№ ' || v.number, b.title, sum(m.minutes) / 60.0
FROM own_work m JOIN volunteers v ON v.id = m.volunteer_id
JOIN aged a ON a.id = v.id AND a.which = 'now'
JOIN bands b ON b.band = a.band
WHERE m.which = 'now' AND v.naming <> 'none'
GROUP BY v.id ORDER BY v.number;
