package person

import (
	"strings"

	"saya/app/page"
	"saya/data"
)

// Facts are what cards say of a person first. Telephones and the IIN are masked: a card may be seen over a shoulder.
func Facts(env page.Env, p data.Person) []page.Fact {
	t, age := env.Text, ""
	if years, ok := p.AgeOn(env.Today()); ok {
		age = t.Date(p.Birth.Time()) + " · " + t.T("common.years", "Count", years)
	}
	return []page.Fact{
		env.SecretFact(t.T("field.phone"), data.MaskPhone(p.Phones.First()), strings.Join(p.Phones, ", ")),
		env.SecretFact(t.T("field.email"), p.Email, p.Email),
		{Label: t.T("field.birth"), Value: age},
		env.SecretFact(t.T("field.iin"), data.MaskIIN(p.IIN), p.IIN),
		{Label: t.T("field.workplace"), Value: strings.Trim(p.Workplace+", "+p.Faculty, ", ")},
		{Label: t.T("field.skills"), Value: strings.Join(p.Skills, ", ")},
		{Label: t.T("field.directions"), Value: Directions(env, p.Directions)},
	}
}

// Directions are the short names of codes of directions in one line.
func Directions(env page.Env, codes []string) string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = env.Direction(code)
	}
	return strings.Join(names, ", ")
}
