-- "Ages on the last day of the period. Every split has a row 'unknown'. Rows with zero stay."
SELECT title,
	(SELECT count(*) FROM present x JOIN aged a ON a.id = x.id AND a.which = x.which WHERE x.which = 'now' AND a.band = b.band),
	(SELECT count(*) FROM arrived x JOIN aged a ON a.id = x.id AND a.which = x.which WHERE x.which = 'now' AND a.band = b.band)
FROM bands b ORDER BY band;
