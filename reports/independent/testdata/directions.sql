-- "Direction: of the event; hours without an event take the volunteer's main direction." "Every split has a row
-- 'unknown'. Rows with zero stay." Events with residents are in no split (last sheet).
SELECT title,
	(SELECT count(*) FROM present x WHERE x.which = 'now' AND coalesce(x.directions ->> '$[0]', '') = d.code),
	(SELECT count(*) FROM gatherings x WHERE x.which = 'now' AND residents = 0 AND x.direction = d.code),
	(SELECT coalesce(sum(public_count), 0) FROM gatherings x WHERE x.which = 'now' AND residents = 0 AND x.direction = d.code),
	(SELECT coalesce(sum(minutes), 0) / 60.0 FROM open_work x WHERE x.which = 'now' AND x.way = d.code)
FROM ways d ORDER BY position;
