-- "Contributions: received in the period (pledges are not), by kind: number, value in tenge; information: number, reach."
SELECT column2,
	(SELECT count(*) FROM gifts WHERE which = 'now' AND kind = column1),
	CASE WHEN column1 <> 'information' THEN (SELECT coalesce(sum(value), 0) / 100.0 FROM gifts WHERE which = 'now' AND kind = column1) END,
	CASE WHEN column1 = 'information' THEN (SELECT coalesce(sum(reach), 0) FROM gifts WHERE which = 'now' AND kind = column1) END
FROM (VALUES ('money', 'Деньги'), ('goods', 'Вещи и товары'), ('services', 'Услуги'), ('information', 'Информация'));
