package data

import (
	"database/sql/driver"
	"strings"
)

// Sex as people state it.
type Sex string

// The sexes of the register; the zero value means "not known".
const (
	SexUnknown Sex = ""
	Female     Sex = "female"
	Male       Sex = "male"
)

// Specialty groups people by what they can make: creative students give concerts, technical ones help with digital tools.
type Specialty string

// The specialty groups; the zero value means "not known".
const (
	Creative       Specialty = "creative"
	Technical      Specialty = "technical"
	OtherSpecialty Specialty = "other"
)

// Person is what an application and a volunteer have in common.
type Person struct {
	Surname    string `db:"surname"`
	Given      string `db:"given"`
	Patronymic string `db:"patronymic"`
	Preferred  string `db:"preferred"` // how she wants to be called
	Birth      Date   `db:"birth"`
	Sex        Sex    `db:"sex"`
	IIN        string `db:"iin"`    // 12 digits or empty; shown masked
	Phones     List   `db:"phones"` // E.164, the first is the main one
	Email      string `db:"email"`
	Messenger  string `db:"messenger"`
	Region     string `db:"region"`    // KATO code
	District   string `db:"district"`  // of the city
	Workplace  string `db:"workplace"` // place of study or work
	Faculty    string `db:"faculty"`
	StudyYear  int    `db:"study_year"` // 0 = none

	Specialty    Specialty    `db:"specialty"`
	Languages    Languages    `db:"languages"`
	Skills       List         `db:"skills"`
	Directions   List         `db:"directions"` // codes of directions, the first is the main one
	Availability Availability `db:"availability"`

	EmergencyName   string `db:"emergency_name"`
	EmergencyPhone  string `db:"emergency_phone"`
	GuardianName    string `db:"guardian_name"` // parent or legal representative of a minor
	GuardianPhone   string `db:"guardian_phone"`
	GuardianConsent Date   `db:"guardian_consent"` // day of the written consent (law 42-VI, art. 12(1))

	Source string `db:"source"` // how she heard of the centre; never "former resident"
	Note   string `db:"note"`
}

// FullName is surname, given name and patronymic as a register writes them.
func (p Person) FullName() string {
	return strings.Join(strings.Fields(p.Surname+" "+p.Given+" "+p.Patronymic), " ")
}

// AgeOn is the number of full years on a day; ok is false when the birth date is unknown or later.
func (p Person) AgeOn(day Date) (years int, ok bool) { return Age(p.Birth, day) }

// Language is a language one speaks, with a level: native, A1 ... C2 or "".
type Language struct {
	Code  string `json:"code"` // kk, ru, en, tr, uz ...
	Level string `json:"level,omitempty"`
}

// Languages is stored as JSON.
type Languages []Language

// Value stores the languages as JSON.
func (l Languages) Value() (driver.Value, error) {
	if l == nil {
		l = Languages{}
	}
	return jsonValue(l)
}

// Scan reads languages stored as JSON.
func (l *Languages) Scan(src any) error { return jsonScan(src, (*[]Language)(l)) }

// WeekSpan is a part of a weekday when someone can come, minutes after midnight, half-open.
type WeekSpan struct {
	Weekday int `json:"day"` // 1 Monday ... 7 Sunday
	From    int `json:"from"`
	To      int `json:"to"`
}

// DayException says that on a day someone can, or can not, come.
type DayException struct {
	Day  Date   `json:"day"`
	Can  bool   `json:"can"`
	Note string `json:"note,omitempty"`
}

// Availability is when someone can come. Known is false until asked: unknown is not unavailable.
type Availability struct {
	Known      bool           `json:"known,omitempty"`
	Week       []WeekSpan     `json:"week,omitempty"`
	Exceptions []DayException `json:"exceptions,omitempty"`
}

// Value stores the availability as JSON.
func (a Availability) Value() (driver.Value, error) { return jsonValue(a) }

// Scan reads an availability stored as JSON.
func (a *Availability) Scan(src any) error {
	if src == "{}" {
		*a = Availability{}
		return nil
	}
	return jsonScan(src, a)
}
