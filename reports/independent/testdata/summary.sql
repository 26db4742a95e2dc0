-- The coded figures of the period and of the one before, each by its sentence in the definitions of indicators.
WITH figures (line, code, which, value) AS (
	-- volunteers with status active or on leave on the last day
	SELECT 1, 'V1', which, (SELECT count(*) FROM present x WHERE x.which = p.which) FROM period p
	-- corporate: volunteers whose form is corporate
	UNION ALL SELECT 2, 'V1.1', which, (SELECT count(*) FROM present x WHERE x.which = p.which AND x.form = '2-1') FROM period p
	-- acceptance date in the period
	UNION ALL SELECT 3, 'V2', which, (SELECT count(*) FROM arrived x WHERE x.which = p.which) FROM period p
	-- at least one approved hours entry dated in the period
	UNION ALL SELECT 4, 'V3', which, (SELECT count(DISTINCT volunteer_id) FROM work x WHERE x.which = p.which) FROM period p
	-- groups that exist on the last day
	UNION ALL SELECT 5, 'G1', which, (SELECT count(*) FROM groups g WHERE g.formed_on <= p.to_on AND (g.ended_on = '' OR g.ended_on > p.to_on)) FROM period p
	-- status held, start date in the period
	UNION ALL SELECT 6, 'E1', which, (SELECT count(*) FROM gatherings x WHERE x.which = p.which) FROM period p
	-- action = not part of a project; without events with residents (last sheet)
	UNION ALL SELECT 7, 'E2', which, (SELECT count(*) FROM gatherings x WHERE x.which = p.which AND residents = 0 AND project_id IS NULL) FROM period p
	-- project event = part of one; without events with residents (last sheet)
	UNION ALL SELECT 8, 'E3', which, (SELECT count(*) FROM gatherings x WHERE x.which = p.which AND residents = 0 AND project_id IS NOT NULL) FROM period p
	-- training = type training; without events with residents (last sheet)
	UNION ALL SELECT 9, 'E4', which, (SELECT count(*) FROM gatherings x WHERE x.which = p.which AND residents = 0 AND type = 'training') FROM period p
	-- term overlaps the period
	UNION ALL SELECT 10, 'P1', which, (SELECT count(*) FROM projects j WHERE j.from_on <= p.to_on AND (j.to_on = '' OR j.to_on >= p.from_on)) FROM period p
	-- sum of approved minutes dated in the period, shown as hours
	UNION ALL SELECT 11, 'H1', which, (SELECT coalesce(sum(minutes), 0) / 60.0 FROM work x WHERE x.which = p.which) FROM period p
	-- sum of public participants recorded at held events; without events with residents (last sheet)
	UNION ALL SELECT 12, 'B1', which, (SELECT coalesce(sum(public_count), 0) FROM gatherings x WHERE x.which = p.which AND residents = 0) FROM period p
	-- events without a figure are counted as "not recorded"
	UNION ALL SELECT 13, 'B1.1', which, (SELECT count(*) FROM gatherings x WHERE x.which = p.which AND residents = 0 AND public_count IS NULL) FROM period p
	-- contributions by kind: number, value in tenge; information: number, reach
	UNION ALL SELECT 14, 'C1', which, (SELECT count(*) FROM gifts x WHERE x.which = p.which AND kind = 'money') FROM period p
	UNION ALL SELECT 15, 'C1.1', which, (SELECT coalesce(sum(value), 0) / 100.0 FROM gifts x WHERE x.which = p.which AND kind = 'money') FROM period p
	UNION ALL SELECT 16, 'C2', which, (SELECT count(*) FROM gifts x WHERE x.which = p.which AND kind = 'goods') FROM period p
	UNION ALL SELECT 17, 'C2.1', which, (SELECT coalesce(sum(value), 0) / 100.0 FROM gifts x WHERE x.which = p.which AND kind = 'goods') FROM period p
	UNION ALL SELECT 18, 'C3', which, (SELECT count(*) FROM gifts x WHERE x.which = p.which AND kind = 'services') FROM period p
	UNION ALL SELECT 19, 'C3.1', which, (SELECT coalesce(sum(value), 0) / 100.0 FROM gifts x WHERE x.which = p.which AND kind = 'services') FROM period p
	UNION ALL SELECT 20, 'C4', which, (SELECT count(*) FROM gifts x WHERE x.which = p.which AND kind = 'information') FROM period p
	UNION ALL SELECT 21, 'C4.1', which, (SELECT coalesce(sum(reach), 0) FROM gifts x WHERE x.which = p.which AND kind = 'information') FROM period p
)
SELECT n.code, n.value, b.value, CASE WHEN b.value <> 0 THEN (n.value - b.value) * 1.0 / b.value END
FROM figures n JOIN figures b ON b.line = n.line AND b.which = 'before'
WHERE n.which = 'now' ORDER BY n.line;
