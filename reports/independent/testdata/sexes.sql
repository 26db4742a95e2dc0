-- "Every split has a row 'unknown'. Rows with zero stay."
SELECT column2,
	(SELECT count(*) FROM present WHERE which = 'now' AND sex = column1),
	(SELECT count(*) FROM arrived WHERE which = 'now' AND sex = column1)
FROM (VALUES ('female', 'Женский'), ('male', 'Мужской'), ('', 'Неизвестно'));
