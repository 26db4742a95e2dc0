package person

import (
	"context"
	"strconv"
	"time"

	"saya/data"
	"saya/widgets"
)

// watchDelay is how long typing must rest before the register is asked for the same person.
const watchDelay = 400 * time.Millisecond

// watch looks at a person while she is typed: what is odd about her, and whether she is in the register already.
type watch struct {
	fields *Fields
	form   *widgets.Form
	id     int64  // of the volunteer who is edited, 0 for nobody in the register
	stop   func() // the clock, nil while it stands
	asked  int
}

// Watch has the fields say in their form what is odd about the person and who in the register may be her; id is that of
// the volunteer herself, 0 for somebody new. The fields of a guardian show while she is not known to be of age.
func (f *Fields) Watch(form *widgets.Form, id int64) {
	w := &watch{fields: f, form: form, id: id}
	changed := func(string) { w.changed() }
	for _, e := range []*widgets.Entry{f.surname, f.given, f.phones, f.iin, f.email, &f.birth.Entry} {
		e.OnChanged = changed
	}
	for _, e := range []*widgets.Entry{f.guardianName, f.guardianPhone, &f.guardianConsent.Entry} {
		e.OnChanged = func(string) { w.look() }
	}
	f.sex.OnChanged = func(widgets.Option) { w.changed() }
	w.look()
}

func (w *watch) changed() {
	w.look()
	if w.stop != nil {
		w.stop()
	}
	w.stop = w.fields.env.Run.After(watchDelay, w.ask)
}

// look says what can be said without the register.
func (w *watch) look() {
	p := w.person()
	sentences := map[string]string{}
	for _, odd := range p.Warnings() {
		sentences[odd.Field] = w.fields.env.T(odd.Key)
	}
	for _, name := range []string{"birth", "sex"} {
		w.form.SetWarning(name, sentences[name])
	}
	for _, name := range guardianFields() {
		w.form.SetVisible(name, !answersForHerself(w.fields.env, p))
	}
}

func (w *watch) person() (p data.Person) {
	w.fields.Read(&p)
	p.Normalise()
	return p
}

// ask looks for the person in the register; an answer that was overtaken is dropped.
func (w *watch) ask() {
	env, p := w.fields.env, w.person()
	w.stop = nil
	w.asked++
	asked, known := w.asked, []Same(nil)
	env.Run.Go(func(ctx context.Context) (err error) {
		known, err = Duplicates(ctx, env, w.id, p)
		return err
	}, func(err error) {
		if asked != w.asked {
			return
		}
		if err != nil {
			env.Window.Fail(err)
			return
		}
		w.name(known)
	})
}

// name says at the field by which somebody was found who she may be.
func (w *watch) name(known []Same) {
	env, sentences := w.fields.env, map[string]string{}
	for _, s := range known {
		field := fieldOf(s.Rule)
		if sentences[field] == "" {
			sentences[field] = env.T("person.known", "Who", env.T("common.number_sign")+" "+
				strconv.FormatInt(s.Volunteer.Number, 10)+" · "+s.Volunteer.FullName(), "Why", s.Why(env))
		}
	}
	for _, name := range []string{"iin", "phones", "email", "surname"} {
		w.form.SetWarning(name, sentences[name])
	}
}

// fieldOf is the field of a person that a rule compares.
func fieldOf(rule data.DuplicateRule) string {
	switch rule {
	case data.SameIIN:
		return "iin"
	case data.SamePhoneGiven:
		return "phones"
	case data.SameEmailGiven:
		return "email"
	}
	return "surname"
}
