-- "The named list is a file of its own, only adults who chose 'by name' and whose consent names third parties."
-- The consent must be in force on the day the list is made, :today.
SELECT row_number() OVER (ORDER BY v.number), trim(v.surname || ' ' || v.given || ' ' || v.patronymic),
	CAST(substr(v.birth, 1, 4) AS INTEGER),
	nullif(w.title, 'Неизвестно'), o.events, o.hours
FROM volunteers v
JOIN aged a ON a.id = v.id AND a.which = 'now'
JOIN own o ON o.id = v.id
LEFT JOIN ways w ON w.code = coalesce(v.directions ->> '$[0]', '')
WHERE v.naming = 'name' AND a.band BETWEEN 3 AND 6
	AND v.consent_third = 1 AND v.consent_on <> '' AND v.consent_on <= :today AND (v.consent_until = '' OR v.consent_until >= :today)
	AND (v.id IN (SELECT id FROM present WHERE which = 'now') OR v.id IN (SELECT volunteer_id FROM own_work WHERE which = 'now'))
ORDER BY v.number;
