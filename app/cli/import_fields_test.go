package cli_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// What a list says above its table, and columns with titles of their own, are given with the command.
func TestImportTakesFieldsFromTheCommand(t *testing.T) {
	t.Setenv("LC_ALL", "ru_RU.UTF-8")
	dir := centre(t)
	list := file(t, "list.csv", "ФИО;Кто звал;Чем занята;Принята", "Тайнаева Жанна;подруга;шитье;01.02.2026", "Тайнаева Дана;сестра;;01.02.2026")

	code, out, errs := run(t, "import", "volunteers", list, "--dir", dir, "--json",
		"--column", "кто звал=source", "--set", "district=Ауэзовский", "--set", "workplace=Кафе = бар")
	require.Zero(t, code, errs)
	require.Contains(t, out, `"new":2`)
	require.Contains(t, errs, "не загружаются: C (Чем занята)")

	code, out, errs = run(t, "import", "volunteers", list, "--dir", dir, "--json",
		"--column", "Кто звал=source", "--set", "district=Ауэзовский", "--set", "workplace=Кафе = бар")
	require.Zero(t, code, errs)
	require.Contains(t, out, `"same":2`, "all of it was written")
}

func TestImportRefusesFieldsThereAreNot(t *testing.T) {
	t.Setenv("LC_ALL", "ru_RU.UTF-8")
	dir := centre(t)
	list := file(t, "list.csv", "Фамилия, имя;Роль", "Тайнаева Жанна;фотограф")
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"a field there is not":      {[]string{"--set", "cats=да"}, 2, "event_id, "},
		"a column for no field":     {[]string{"--column", "Роль=cats"}, 2, "event_id, "},
		"no sign":                   {[]string{"--set", "event_id"}, 2, "import"},
		"no text":                   {[]string{"--set", "event_id="}, 2, "--set"},
		"a title there is not":      {[]string{"--column", "Имя и фамилия=full_name"}, 1, "Фамилия, имя, Роль"},
		"a field without a column":  {nil, 1, `--set "event_id=ТЕКСТ"`},
		"the same, the other way":   {nil, 1, `--column "ЗАГОЛОВОК=event_id"`},
		"an event that there isn't": {[]string{"--set", "event_id=Нет такого"}, 3, "строка 2, Мероприятие: "},
	} {
		t.Run(name, func(t *testing.T) {
			code, _, errs := run(t, append([]string{"import", "assignments", list, "--dir", dir}, c.args...)...)
			require.Equal(t, c.code, code, errs)
			require.Contains(t, errs, c.says)
		})
	}
}

func TestDotsOfValuesEndASentence(t *testing.T) {
	t.Setenv("LC_ALL", "ru_RU.UTF-8")
	list := file(t, "list.csv", "Фамилия;Имя;Принята;Статус;Причина выбытия;Дата выбытия", "Тайнаева;Жанна;01.02.2026;выбыла;вышла замуж;01.11.2026")
	_, _, errs := run(t, "import", "volunteers", list, "--dir", centre(t), "--dry-run")
	require.Contains(t, errs, "нет в списке: … Берется")
}
