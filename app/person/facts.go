package person

import (
	"strconv"
	"strings"

	"saya/app/page"
	"saya/data"
	"saya/data/reference"
)

// Facts are what cards say of a person: how to reach her, who she is, what she can do. What identifies her or leads to
// her family is masked: a card may be seen over a shoulder.
func Facts(env page.Env, p data.Person) []page.Fact {
	return append(reach(env, p), able(env, p)...)
}

func reach(env page.Env, p data.Person) []page.Fact {
	t, age := env.Text, ""
	if years, ok := p.AgeOn(env.Today()); ok {
		age = t.Date(p.Birth.Time()) + " · " + t.T("common.years", "Count", years)
	}
	return []page.Fact{
		env.SecretFact(t.T("field.phone"), data.MaskPhone(p.Phones.First()), strings.Join(p.Phones, ", ")),
		env.SecretFact(t.T("field.email"), p.Email, p.Email),
		{Label: t.T("field.messenger"), Value: p.Messenger},
		{Label: t.T("field.preferred"), Value: p.Preferred},
		{Label: t.T("field.birth"), Value: age},
		env.SecretFact(t.T("field.iin"), data.MaskIIN(p.IIN), p.IIN),
		{Label: t.T("field.region"), Value: region(env, p.Region)},
		{Label: t.T("field.district"), Value: p.District},
		{Label: t.T("field.emergency_name"), Value: p.EmergencyName},
		env.SecretFact(t.T("field.emergency_phone"), data.MaskPhone(p.EmergencyPhone), p.EmergencyPhone),
		{Label: t.T("field.guardian_name"), Value: p.GuardianName},
		env.SecretFact(t.T("field.guardian_phone"), data.MaskPhone(p.GuardianPhone), p.GuardianPhone),
		{Label: t.T("field.guardian_consent"), Value: t.Date(p.GuardianConsent.Time())},
	}
}

func able(env page.Env, p data.Person) []page.Fact {
	t, year, specialty := env.Text, "", ""
	if p.StudyYear > 0 {
		year = strconv.Itoa(p.StudyYear)
	}
	if p.Specialty != "" {
		specialty = t.Status("specialty", string(p.Specialty))
	}
	return []page.Fact{
		{Label: t.T("field.workplace"), Value: strings.Trim(p.Workplace+", "+p.Faculty, ", ")},
		{Label: t.T("field.study_year"), Value: year},
		{Label: t.T("field.specialty"), Value: specialty},
		{Label: t.T("field.directions"), Value: Directions(env, p.Directions)},
		{Label: t.T("field.skills"), Value: strings.Join(p.Skills, ", ")},
		{Label: t.T("field.languages"), Value: Languages(env, p.Languages)},
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

// region is the name of a region's code, the code itself when it is unknown.
func region(env page.Env, code string) string {
	for _, r := range reference.Regions() {
		if r.Code == code {
			return r.Names.In(env.Lang())
		}
	}
	return code
}
