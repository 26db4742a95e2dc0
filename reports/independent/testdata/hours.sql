-- "Sum of approved minutes dated in the period, shown as hours"; "direction of the event; hours without an event take
-- the volunteer's main direction." "Rows and columns with zero stay." Without events with residents (last sheet).
WITH RECURSIVE months (month) AS (
	SELECT substr(from_on, 1, 7) FROM period WHERE which = 'now'
	UNION ALL
	SELECT substr(date(month || '-01', '+1 month'), 1, 7) FROM months
	WHERE month < (SELECT substr(to_on, 1, 7) FROM period WHERE which = 'now')
), names (nr, name) AS (
	VALUES ('01', 'январь'), ('02', 'февраль'), ('03', 'март'), ('04', 'апрель'), ('05', 'май'), ('06', 'июнь'),
		('07', 'июль'), ('08', 'август'), ('09', 'сентябрь'), ('10', 'октябрь'), ('11', 'ноябрь'), ('12', 'декабрь')
)
SELECT n.name || ' ' || substr(m.month, 1, 4) || ' г.',
	coalesce(sum(minutes) FILTER (WHERE way = 'bilim'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'qamqor'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'umit'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'sabaqtastyq'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'taza_alem'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'saulyq'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'asyl_mura'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'event'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = 'other'), 0) / 60.0,
	coalesce(sum(minutes) FILTER (WHERE way = ''), 0) / 60.0,
	coalesce(sum(minutes), 0) / 60.0
FROM months m JOIN names n ON n.nr = substr(m.month, 6)
LEFT JOIN open_work w ON w.which = 'now' AND substr(w.day, 1, 7) = m.month
GROUP BY m.month ORDER BY m.month;
