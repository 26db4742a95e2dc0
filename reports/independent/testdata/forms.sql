-- "Corporate: volunteers whose form is corporate." "Every split has a row 'unknown'. Rows with zero stay."
SELECT column2,
	(SELECT count(*) FROM present WHERE which = 'now' AND form = column1),
	(SELECT count(*) FROM arrived WHERE which = 'now' AND form = column1)
FROM (VALUES ('1', 'Индивидуальная волонтерская деятельность'), ('2', 'Волонтерская деятельность в составе группы волонтеров'),
	('2-1', 'Корпоративное волонтерство'), ('3', 'Волонтерская деятельность через волонтерскую организацию'), ('', 'Неизвестно'));
