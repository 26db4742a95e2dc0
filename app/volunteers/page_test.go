package volunteers_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/volunteers"
	"saya/data"
	"saya/data/store/storetest"
)

// later works at once and answers when it is told to.
type later struct{ answers []func() }

func (l *later) After(time.Duration, func()) (stop func()) { return func() {} }

func (l *later) Go(work func(context.Context) error, done func(error)) {
	err := work(context.Background())
	l.answers = append(l.answers, func() { done(err) })
}

func (l *later) answer() {
	for len(l.answers) > 0 {
		next := l.answers[0]
		l.answers = l.answers[1:]
		next()
	}
}

// newest answers only what was asked last.
func (l *later) newest() {
	last := len(l.answers) - 1
	next := l.answers[last]
	l.answers = l.answers[:last]
	next()
}

// A record that is read slowly does not take the place of an editor in which somebody types by then.
func TestSlowRecordKeepsAnOpenEditor(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s, func(v *data.Volunteer) { v.Surname = "Ахметова" })
	env, w := pagetest.NewEnv(t, s)
	run := &later{}
	env.Run = run
	p := volunteers.New(env)
	w.Show(p)
	p.Shown(v.ID)
	run.answer()
	w.Press(env.T("common.edit"))
	p.New()
	run.newest()
	w.Fill(map[string]string{"surname": "Сапарова"})
	run.answer()
	require.Equal(t, "Сапарова", w.Form().Snapshot()["surname"])
	require.Empty(t, w.Failed)
}
