package person

import (
	"slices"
	"strings"
	"time"

	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
)

// languageCodes are the languages that are offered, those of the city first.
func languageCodes() []string {
	return []string{"kk", "ru", "en", "ug", "uz", "tr", "ko", "zh", "de", "fr", "ar"}
}

// languageLevels are offered from the best down; "" is a level that nobody asked for.
func languageLevels() []string { return []string{"", "native", "C2", "C1", "B2", "B1", "A2", "A1"} }

// language names a language, the code itself when it is unknown.
func language(env page.Env, code string) string {
	if slices.Contains(languageCodes(), code) {
		return env.T("person.lang." + code)
	}
	return code
}

// languageText is a language with its level, as «английский · B1», on one line.
func languageText(env page.Env, l data.Language) string {
	level := l.Level
	if level == "native" {
		level = env.T("person.native")
	}
	return strings.TrimSuffix(language(env, l.Code)+"\u00a0·\u00a0"+level, "\u00a0·\u00a0")
}

// Languages are the languages of a person in one line.
func Languages(env page.Env, all data.Languages) string {
	texts := make([]string, len(all))
	for i, l := range all {
		texts[i] = languageText(env, l)
	}
	return strings.Join(texts, ", ")
}

// wholeDay is where the last minute of a day ends.
const wholeDay = 24 * 60

// parseTimes reads parts of a day as «9–13, 17:30–20»; false when that is something else.
func parseTimes(weekday int, text string) (spans []data.WeekSpan, ok bool) {
	for _, part := range splitList(text) {
		from, to, cut := strings.Cut(strings.NewReplacer("–", "-", "—", "-").Replace(part), "-")
		start, startOK := locale.ParseTime(from)
		end, endOK := parseEnd(to)
		if !cut || strings.Contains(to, "-") || !startOK || !endOK || start >= end {
			return nil, false
		}
		spans = append(spans, data.WeekSpan{Weekday: weekday, From: start, To: end})
	}
	return spans, true
}

// parseEnd reads the end of a part of a day, which may be its last minute.
func parseEnd(text string) (int, bool) {
	if end := strings.TrimSpace(text); end == "24" || end == "24:00" {
		return wholeDay, true
	}
	return locale.ParseTime(text)
}

// showTimes writes the parts of a weekday as parseTimes reads them.
func showTimes(t *locale.Printer, week []data.WeekSpan, weekday int) string {
	var parts []string
	for _, span := range week {
		if span.Weekday == weekday {
			parts = append(parts, t.Time(span.From)+"–"+showEnd(t, span.To))
		}
	}
	return strings.Join(parts, ", ")
}

func showEnd(t *locale.Printer, minutes int) string {
	if minutes == wholeDay {
		return "24:00"
	}
	return t.Time(minutes)
}

// parseDays reads days with what is said of them, as «24.11.2026 (экзамен), 30.11.2026»; false when that is something
// else.
func parseDays(text string, can bool) (days []data.DayException, ok bool) {
	for _, part := range splitOutside(text) {
		day, note, _ := strings.Cut(part, "(")
		at, dated := locale.ParseDate(strings.TrimSpace(day))
		if !dated {
			return nil, false
		}
		note = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(note), ")"))
		days = append(days, data.DayException{Day: data.DateOf(at), Can: can, Note: note})
	}
	return days, true
}

// splitOutside takes a list apart at the commas that stand in no brackets.
func splitOutside(text string) []string {
	depth := 0
	parts := strings.FieldsFunc(text, func(r rune) bool {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		return depth <= 0 && (r == ',' || r == ';')
	})
	return slices.DeleteFunc(parts, func(s string) bool { return strings.TrimSpace(s) == "" })
}

// showDays writes the days on which someone can, or can not, come, as parseDays reads them.
func showDays(t *locale.Printer, all []data.DayException, can bool) string {
	var parts []string
	for _, x := range all {
		if x.Can != can {
			continue
		}
		text := t.Date(x.Day.Time())
		if x.Note != "" {
			text += " (" + x.Note + ")"
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ", ")
}

// weekdays calls fn for the days of a week from Monday on, with the number that [data.WeekSpan] gives them.
func weekdays(fn func(number int, day time.Weekday)) {
	for n := 1; n <= 7; n++ {
		fn(n, time.Weekday(n%7))
	}
}

// Times are the parts of a week when someone can come, a line for each day that has some.
func Times(env page.Env, a data.Availability) (lines [][2]string) {
	weekdays(func(n int, day time.Weekday) {
		if text := showTimes(env.Text, a.Week, n); text != "" {
			lines = append(lines, [2]string{env.Text.Weekday(day), text})
		}
	})
	return lines
}
