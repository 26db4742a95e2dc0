-- Views over the two files of a centre, for the periods in temp.period (which, from_on, to_on):
-- which is 'now', 'before' or 'next'.

-- "Volunteers with status active or on leave on the last day." The file keeps the days of acceptance and of leaving.
CREATE TEMP VIEW present AS
SELECT p.which, v.*
FROM period p JOIN volunteers v
WHERE v.accepted <= p.to_on AND (v.left_on = '' OR v.left_on > p.to_on);

-- "New volunteers: acceptance date in the period."
CREATE TEMP VIEW arrived AS
SELECT p.which, v.*
FROM period p JOIN volunteers v ON v.accepted BETWEEN p.from_on AND p.to_on;

-- "Ages on the last day of the period."
CREATE TEMP VIEW aged AS
SELECT p.which, v.id, CASE
	WHEN v.birth = '' THEN 7
	WHEN y.age < 14 THEN 1
	WHEN y.age < 18 THEN 2
	WHEN y.age < 29 THEN 3
	WHEN y.age < 36 THEN 4
	WHEN y.age < 60 THEN 5
	ELSE 6 END AS band
FROM period p JOIN volunteers v
JOIN (SELECT p2.which, v2.id,
		substr(p2.to_on, 1, 4) - substr(v2.birth, 1, 4) - (substr(p2.to_on, 6) < substr(v2.birth, 6)) AS age
	FROM period p2 JOIN volunteers v2) y ON y.which = p.which AND y.id = v.id;

CREATE TEMP TABLE bands (band, title);
INSERT INTO bands VALUES (1, 'До 14 лет'), (2, '14–17 лет'), (3, '18–28 лет'), (4, '29–35 лет'), (5, '36–59 лет'),
	(6, '60 лет и старше'), (7, 'Возраст неизвестен');

CREATE TEMP VIEW ways AS
SELECT code, position, short ->> '$.ru' AS title FROM centre.directions
UNION ALL SELECT '', 1000, 'Неизвестно';

CREATE TEMP TABLE types (code, title);
INSERT INTO types VALUES ('charity', 'Благотворительное мероприятие'), ('concert', 'Концерт'), ('excursion', 'Экскурсия'),
	('exhibition', 'Художественная выставка'), ('master_class', 'Мастер-класс'), ('meeting', 'Собрание'),
	('prevention', 'Профилактическое занятие'), ('support_group', 'Группа поддержки'), ('training', 'Обучение');

-- "Events with residents present ... hours, volunteers and event count enter totals only for whole calendar months,
-- quarters, half-years and years that hold at least five such events; in all other cases, and for free dates, they
-- are left out." The last sheet of the workbook is stricter: only where the total tells nothing of single events.
-- So a longer span is let out only if what it holds beyond the spans inside it that are out, too, is nothing or
-- again at least five: then whatever is subtracted from whatever, no remainder of one to four is left.
CREATE TEMP VIEW month_spans AS
SELECT substr(start_at, 1, 7) AS month, substr(start_at, 1, 4) AS year, (substr(start_at, 6, 2) + 2) / 3 AS quarter,
	count(*) AS held, CASE WHEN count(*) >= 5 THEN count(*) ELSE 0 END AS out
FROM events WHERE residents = 1 AND status = 'held' GROUP BY 1;

CREATE TEMP VIEW quarter_spans AS
SELECT year, quarter, (quarter + 1) / 2 AS half, sum(held) AS held,
	CASE WHEN sum(held) >= 5 AND sum(held) - sum(out) NOT BETWEEN 1 AND 4 THEN sum(held) ELSE sum(out) END AS out,
	sum(held) >= 5 AND sum(held) - sum(out) NOT BETWEEN 1 AND 4 AS whole
FROM month_spans GROUP BY year, quarter;

CREATE TEMP VIEW half_spans AS
SELECT year, half, sum(held) AS held,
	CASE WHEN sum(held) >= 5 AND sum(held) - sum(out) NOT BETWEEN 1 AND 4 THEN sum(held) ELSE sum(out) END AS out,
	sum(held) >= 5 AND sum(held) - sum(out) NOT BETWEEN 1 AND 4 AS whole
FROM quarter_spans GROUP BY year, half;

CREATE TEMP VIEW year_spans AS
SELECT year, sum(held) >= 5 AND sum(held) - sum(out) NOT BETWEEN 1 AND 4 AS whole
FROM half_spans GROUP BY year;

CREATE TEMP VIEW spans_out AS
SELECT 'month' AS kind, month || '-01' AS from_on, date(month || '-01', '+1 month', '-1 day') AS to_on
	FROM month_spans WHERE out > 0
UNION ALL
SELECT 'quarter', printf('%s-%02d-01', year, quarter * 3 - 2), date(printf('%s-%02d-01', year, quarter * 3 - 2), '+3 months', '-1 day')
	FROM quarter_spans WHERE whole
UNION ALL
SELECT 'half', printf('%s-%02d-01', year, half * 6 - 5), date(printf('%s-%02d-01', year, half * 6 - 5), '+6 months', '-1 day')
	FROM half_spans WHERE whole
UNION ALL
SELECT 'year', year || '-01-01', year || '-12-31' FROM year_spans WHERE whole;

-- "Events: status held, start date in the period."
CREATE TEMP VIEW gatherings AS
SELECT p.which, e.*
FROM period p JOIN events e ON e.status = 'held' AND substr(e.start_at, 1, 10) BETWEEN p.from_on AND p.to_on
WHERE e.residents = 0
	OR EXISTS (SELECT 1 FROM spans_out s WHERE s.from_on = p.from_on AND s.to_on = p.to_on);

-- "Approved hours: sum of approved minutes dated in the period." Those of events with residents belong to the day
-- the event starts (last sheet), so that they cannot be out while the event is not.
-- "Hours without an event take the volunteer's main direction."
CREATE TEMP VIEW open_work AS
SELECT p.which, h.*, CASE WHEN h.event_id IS NULL THEN coalesce(v.directions ->> '$[0]', '') ELSE e.direction END AS way
FROM period p JOIN hours h ON h.status = 'approved' AND h.day BETWEEN p.from_on AND p.to_on
JOIN volunteers v ON v.id = h.volunteer_id
LEFT JOIN events e ON e.id = h.event_id
WHERE h.event_id IS NULL OR e.residents = 0;

CREATE TEMP VIEW guarded_work AS
SELECT s.kind, p.which, h.*
FROM period p JOIN spans_out s ON s.from_on = p.from_on AND s.to_on = p.to_on
JOIN events e ON e.residents = 1 AND e.status = 'held' AND substr(e.start_at, 1, 10) BETWEEN p.from_on AND p.to_on
JOIN hours h ON h.event_id = e.id AND h.status = 'approved';

CREATE TEMP VIEW work AS
SELECT which, volunteer_id, minutes FROM open_work
UNION ALL
SELECT which, volunteer_id, minutes FROM guarded_work;

-- Stricter than "own hours include them only in whole-month totals": the last sheet says "hours at events with
-- residents never enter the hours of one volunteer", or months less directions would tell who was there.
CREATE TEMP VIEW own_work AS SELECT which, volunteer_id, minutes FROM open_work;

CREATE TEMP VIEW own AS
SELECT v.id,
	(SELECT count(DISTINCT event_id) FROM open_work w WHERE w.which = 'now' AND w.volunteer_id = v.id) AS events,
	coalesce((SELECT sum(minutes) FROM own_work w WHERE w.which = 'now' AND w.volunteer_id = v.id), 0) / 60.0 AS hours
FROM volunteers v;

-- "Contributions: received in the period (pledges are not)."
CREATE TEMP VIEW gifts AS
SELECT p.which, c.* FROM period p JOIN contributions c ON c.day BETWEEN p.from_on AND p.to_on;

-- What an event's row says of its volunteers.
CREATE TEMP VIEW staff AS
SELECT event_id, count(DISTINCT volunteer_id) AS volunteers, sum(minutes) / 60.0 AS hours
FROM open_work WHERE which = 'now' AND event_id IS NOT NULL GROUP BY event_id;

-- "A volunteer chooses: not at all (counted in totals, no row) ...": no number either.
CREATE TEMP VIEW leaders AS
SELECT e.id, CASE WHEN v.naming <> 'none' THEN '№ ' || v.number ELSE '' END AS title
FROM events e LEFT JOIN volunteers v ON v.id = e.coordinator_id;

CREATE TEMP VIEW places AS
SELECT e.id, CASE WHEN s.closed = 1 THEN 'закрытая площадка' ELSE s.name ->> '$.ru' END AS title
FROM events e LEFT JOIN venues s ON s.id = e.venue_id;

-- Whether the period is a whole calendar month, quarter, half-year or year.
CREATE TEMP VIEW calendar AS
SELECT CASE
	WHEN substr(from_on, 9) <> '01' OR substr(date(to_on, '+1 day'), 9) <> '01' THEN 'free'
	WHEN date(from_on, '+1 month') = date(to_on, '+1 day') THEN 'month'
	WHEN date(from_on, '+3 months') = date(to_on, '+1 day') AND substr(from_on, 6, 2) % 3 = 1 THEN 'quarter'
	WHEN date(from_on, '+6 months') = date(to_on, '+1 day') AND substr(from_on, 6, 2) % 6 = 1 THEN 'half'
	WHEN date(from_on, '+1 year') = date(to_on, '+1 day') AND substr(from_on, 6, 2) = '01' THEN 'year'
	ELSE 'free' END AS kind
FROM period WHERE which = 'now';
