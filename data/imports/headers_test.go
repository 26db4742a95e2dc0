package imports_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/imports"
)

func TestHeadersAsCentresWriteThem(t *testing.T) {
	for _, row := range []struct {
		kind           imports.Kind
		titles, fields string
	}{
		{imports.Volunteers, "№ п/п|Ф.И.О.|Дата рождения|ИИН|Телефон|Эл. почта|Примечание", "|full_name|birth|iin|phones|email|note"},
		{imports.Volunteers, "№|Фамилия|Имя|Отчество|Д.р.|Пол|Сот. тел.|Район|Место учебы/работы|Курс", "|surname|given|patronymic|birth|sex|phones|district|workplace|study_year"},
		{imports.Volunteers, "Р/с|Т.А.Ә.|Ж.т.|ЖСН/ИИН|Байланыс телефоны|Оқу орны|Қабылданған күні", "|full_name|birth|iin|phones|workplace|accepted"},
		{imports.Volunteers, "Тегі|Аты|Әкесінің аты|Туған күні, айы, жылы|Жынысы|Ұялы телефоны|Электрондық пошта|Бағыты", "surname|given|patronymic|birth|sex|phones|email|directions"},
		{imports.Volunteers, "Full name|DOB|Mobile|E-mail|Gender|Languages|Skills|Joined", "full_name|birth|phones|email|sex|languages|skills|accepted"},
		{imports.Volunteers, "Волонтер|Телефон 1|Телефон 2|Статус|Дата вступления|Причина выбытия|Дата выбытия", "full_name|phones|phones|status|accepted|left_reason|left_on"},
		{imports.Volunteers, "ФИО волонтера|Контакты / Телефон|Контакты / Эл. почта|Согласие на ПД|Кодекс этики", "full_name|phones|email|consent_on|ethics_on"},
		{imports.Volunteers, "Аты-жөні|Ата-анасының аты-жөні|Ата-анасының телефоны|Ата-анасының келісімі", "full_name|guardian_name|guardian_phone|guardian_consent"},
		{imports.Volunteers, "Last name|First name|Middle name|Date of birth (dd.mm.yyyy)|Phone number|Emergency contact|Emergency phone", "surname|given|patronymic|birth|phones|emergency_name|emergency_phone"},
		{imports.Applications, "Отметка времени|Ваше ФИО (полностью)|Ваш номер телефона|Адрес электронной почты|Откуда вы узнали о нас?|Направление волонтерства", "received_on|full_name|phones|email|source|directions"},
		{imports.Applications, "Уақыт белгісі|1. Аты-жөніңіз|2. Телефон нөміріңіз|Туған күні|Біз туралы қайдан білдіңіз?", "received_on|full_name|phones|birth|source"},
		{imports.Applications, "Отметка времени|Ваши фамилия, имя и отчество|Дата рождения|Телефон (WhatsApp)|Чем хотите помогать?|Расскажите о себе", "received_on|full_name|birth|phones|directions|note"},
		{imports.Events, "Күні / Дата|Уақыты / Время|Атауы / Название|Орны / Место|Қатысушылар / Участники", "day|start_at|title|venue_id|public_count"},
		{imports.Applications, "Timestamp|Full name|Phone|How did you hear about us?|Areas of interest", "received_on|full_name|phones|source|directions"},
		{imports.Applications, "Дата заявки|Имя|Фамилия|Тел.|Решение|Причина отказа", "received_on|given|surname|phones|status|reason"},
		{imports.Events, "№|Дата|Время|Наименование мероприятия|Место проведения|Ответственный|Кол-во участников|Итоги мероприятия", "|day|start_at|title|venue_id|coordinator_id|public_count|result"},
		{imports.Events, "Іс-шараның атауы|Өткізілетін күні|Уақыты|Өткізілу орны|Жауапты|Қатысушылар саны|Тұрғындар қатысады", "title|day|start_at|venue_id|coordinator_id|public_count|residents"},
		{imports.Events, "Title|Date|Start time|End time|Venue|Type|Participants", "title|day|start_at|end_at|venue_id|type|public_count"},
		{imports.Hours, "Дата|ФИО волонтера|Мероприятие|Время|Кол-во часов|Что делала", "day|full_name|event_id|start_at|hours|note"},
		{imports.Hours, "Күні|Т.А.Ә.|Сағат саны|Ескертпе", "day|full_name|hours|note"},
		{imports.Hours, "Date|Volunteer No.|Time in|Time out|Hours worked", "day|number|start_at|end_at|hours"},
		{imports.Assignments, "Мероприятие|Дата мероприятия|ФИО волонтера|Роль|Явка", "event_id|event_day|full_name|role|attendance"},
		{imports.Volunteers, "Т.А.Ә.|эл. поштасы|Орталыққа келген күні|Құпиялылық міндеттемесіне қол қойды|Ұялы тел.", "full_name|email|accepted|confidential_on|phones"},
		{imports.Volunteers, "ФИО|р-н|Работа/учёба|Когда пришла|Согласие на обработку ПДн|Язык общения", "full_name|district|workplace|accepted|consent_on|languages"},
		{imports.Volunteers, "ФИО|Статус|Когда пришёл(а)|Подписано обязательство о конфиденциальности", "full_name|status|accepted|confidential_on"},
		{imports.Events, "Дата|Мероприятие|Вид|Место|Участвуют ли проживающие (да/нет)|Охват (план)|Охват", "day|title|type|venue_id|residents||public_count"},
		{imports.Events, "Күні|Атауы|Орны|Тұрғындар қатыса ма?|Қатысушылар саны (жоспар)|Жоспарланған қатысушылар саны", "day|title|venue_id|residents||"},
		{imports.Events, "Date|Title|Venue|Do residents take part?|Participants (planned)|Expected participants", "day|title|venue_id|residents||"},
		{imports.Events, "Дата|Тема|Место|Ожидаемое количество участников|Ожидается участников|План: количество участников", "day|title|venue_id|||"},
		{imports.Hours, "Дата|ФИО|Время прихода|Время ухода|Чем занимались", "day|full_name|start_at|end_at|note"},
		{imports.Hours, "Күні|Т.А.Ә.|Келу уақыты|Кету уақыты|Немен айналысты", "day|full_name|start_at|end_at|note"},
		{imports.Hours, "Дата|ФИО|Часы (план)|Часы (факт)", "day|full_name||hours"},
		{imports.Contributions, "Date|Donor|Type|Amount (KZT)|Purpose|May we name?", "day|giver|kind|value|purpose|may_name"},
		{imports.Contributions, "Дата|Даритель|Вид|Сумма|Можно называть?", "day|giver|kind|value|may_name"},
		{imports.Applications, strings.Join([]string{
			"Timestamp", "Email Address", "What is your full name, as in your ID card? / Жеке куәліктегі аты-жөніңіз қалай?", "Date of birth / Туған күніңіз",
			"Your phone number (WhatsApp) / Телефон нөміріңіз", "In which district of Almaty do you live? / Қай ауданда тұрасыз?",
			"Which languages do you speak? / Қай тілдерде сөйлейсіз?", "Where do you study or work? / Қайда оқисыз немесе жұмыс істейсіз?",
			"What would you like to help with? (choose all that apply)", "What skills could you share with us?", "On which days and hours are you usually free?",
			"Who can we call in an emergency? (name and phone)", "Are you 18 or older? / 18 жасқа толдыңыз ба?",
			"I agree to the processing of my personal data / Жеке деректерімді өңдеуге келісемін", "How did you hear about us?", "Anything else you would like to tell us?",
		}, "|"), "received_on|email|full_name|birth|phones|district|languages|workplace|directions|skills||emergency_name||consent_on|source|note"},
		{imports.Contributions, "Дата|Благотворитель|Вид помощи|Сумма (тг)|Что передано|Благодарность", "day|giver|kind|value|what|thanked_on"},
		{imports.Contributions, "Күні|Демеуші|Көмек түрі|Сомасы, теңге|Мақсаты", "day|giver|kind|value|purpose"},
	} {
		titles := strings.Split(row.titles, "|")
		want := imports.Mapping{}
		for _, f := range strings.Split(row.fields, "|") {
			want = append(want, imports.Field(f))
		}
		require.Equal(t, want, imports.Guess(row.kind, titles), row.titles)
		require.Equal(t, row.kind, imports.GuessKind(titles), row.titles)
		for i, f := range want {
			require.Equal(t, f != "", imports.Known(row.kind)(titles[i]), titles[i])
		}
	}
}

func TestLabelsOfTheProgramAreUnderstood(t *testing.T) {
	raw, err := os.ReadFile("../../assets/locale/text/field.json")
	require.NoError(t, err)
	var labels map[string]map[string]any
	require.NoError(t, json.Unmarshal(raw, &labels))
	for _, k := range imports.Kinds() {
		for _, f := range imports.Fields(k) {
			label := labels[f.Field.TextKey()]
			require.NotEmpty(t, label, "%s has a label", f.Field)
			for _, lang := range []string{"kk", "ru", "en"} {
				title := label[lang].(string)
				got := imports.Guess(k, []string{title, "Фамилия"})[0]
				require.Equal(t, f.Field, got, "%s: %s in %s", k, title, lang)
			}
		}
	}
}

func TestUnknownTitles(t *testing.T) {
	require.Empty(t, imports.GuessKind([]string{"Альфа", "Бета"}))
	require.Empty(t, imports.GuessKind(nil))
	require.False(t, imports.Known("")("Любимый цвет"))
	require.True(t, imports.Known("")("Т.А.Ә."))
	require.Equal(t, imports.Mapping{"", "full_name"}, imports.Guess(imports.Volunteers, []string{"№", "Имя"}),
		"a lone column of names holds full names")
	require.Equal(t, imports.Mapping{"full_name", ""}, imports.Guess(imports.Volunteers, []string{"ФИО", "Ф.И.О."}),
		"no field twice")
	require.Equal(t, imports.Mapping{"surname", "given", ""}, imports.Guess(imports.Volunteers, []string{"Фамилия", "Имя", "ФИО"}),
		"the parts of a name say more than the whole")
	require.Equal(t, imports.Mapping{"guardian_name", "full_name", "guardian_phone"},
		imports.Guess(imports.Volunteers, []string{"Родитель", "ФИО", "Родитель / Телефон"}))
}

func TestMissing(t *testing.T) {
	require.Equal(t, []imports.Field{"full_name"}, imports.Missing(imports.Volunteers, imports.Mapping{"phones"}))
	require.Empty(t, imports.Missing(imports.Volunteers, imports.Mapping{"surname", "given"}))
	require.Equal(t, []imports.Field{"hours"}, imports.Missing(imports.Hours, imports.Mapping{"number", "day"}))
	require.Empty(t, imports.Missing(imports.Hours, imports.Mapping{"number", "day", "start_at"}))
}
