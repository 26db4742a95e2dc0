package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store/storetest"
)

func TestAcceptingMakesAVolunteer(t *testing.T) {
	s := storetest.New(t)
	a := storetest.Application(t, s, func(a *data.Application) { a.Directions = data.List{"qamqor"} })
	id, err := s.AcceptApplication(t.Context(), storetest.Actor(), a.ID)
	require.NoError(t, err)
	v, err := s.Volunteer(t.Context(), id)
	require.NoError(t, err)
	require.Equal(t, a.Person, v.Person)
	require.Equal(t, data.Active, v.Status)
	require.Equal(t, storetest.Day, v.Accepted)
	require.Equal(t, data.ByNumber, v.Naming)

	a, err = s.Application(t.Context(), a.ID)
	require.NoError(t, err)
	require.Equal(t, data.Accepted, a.Status)
	require.Equal(t, storetest.Day, a.DecidedOn)
	require.Equal(t, id, a.VolunteerID)

	_, err = s.AcceptApplication(t.Context(), storetest.Actor(), a.ID)
	require.True(t, data.IsCode(err, data.Conflict), "accepted once only")
	undoLast(t, s)
	_, err = s.Volunteer(t.Context(), id)
	require.True(t, data.IsCode(err, data.NotFound), "one undo takes back both")
}

func TestAcceptingRefusesWhatAVolunteerMayNotLack(t *testing.T) {
	s := storetest.New(t)
	a := storetest.Application(t, s, func(a *data.Application) { a.Surname = "" })
	_, err := s.AcceptApplication(t.Context(), storetest.Actor(), a.ID)
	refused(t, "errors.required", err)
	a, err = s.Application(t.Context(), a.ID)
	require.NoError(t, err)
	require.Equal(t, data.Screening, a.Status)
}

func TestDecisions(t *testing.T) {
	s := storetest.New(t)
	declined, withdrawn := storetest.Application(t, s), storetest.Application(t, s)
	refused(t, "errors.reason_required", s.DeclineApplications(t.Context(), storetest.Actor(), []int64{declined.ID}, ""))
	require.NoError(t, s.DeclineApplications(t.Context(), storetest.Actor(), []int64{declined.ID}, "not_now"))
	require.NoError(t, s.WithdrawApplication(t.Context(), storetest.Actor(), withdrawn.ID))
	refused(t, "errors.status_change", s.WithdrawApplication(t.Context(), storetest.Actor(), declined.ID))

	got, err := s.Application(t.Context(), declined.ID)
	require.NoError(t, err)
	require.Equal(t, "not_now", got.Reason)
	got.Status = data.Accepted
	_, err = s.SaveApplication(t.Context(), storetest.Actor(), got)
	refused(t, "errors.status_change", err)
}

func TestApplicationsAreFound(t *testing.T) {
	s := storetest.New(t)
	later := storetest.Application(t, s)
	first := storetest.Application(t, s, func(a *data.Application) {
		a.ReceivedOn, a.Surname, a.Phones = "2026-11-01", "Ахметова", data.List{"+77015556677"}
	})
	closed := storetest.Application(t, s, func(a *data.Application) { a.ReceivedOn = "2026-10-01" })
	require.NoError(t, s.WithdrawApplication(t.Context(), storetest.Actor(), closed.ID))
	open := []data.ApplicationStatus{data.NewApplication, data.Screening}
	for name, c := range map[string]struct {
		f    data.ApplicationFilter
		want []int64
	}{
		"the longest waiting first": {data.ApplicationFilter{Statuses: open}, []int64{first.ID, later.ID}},
		"of a period":               {data.ApplicationFilter{Received: data.Period{From: "2026-11-02", To: "2026-11-30"}}, []int64{later.ID}},
		"by name":                   {data.ApplicationFilter{Statuses: open, Listing: data.Listing{Order: data.OrderByName}}, []int64{first.ID, later.ID}},
		"by phone":                  {data.ApplicationFilter{Listing: data.Listing{Search: "55566"}}, []int64{first.ID}},
		"by status":                 {data.ApplicationFilter{Listing: data.Listing{Order: data.OrderByStatus, Desc: true}}, []int64{closed.ID, later.ID, first.ID}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := s.Applications(t.Context(), c.f)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
	rows, err := s.ApplicationRows(t.Context(), []int64{first.ID})
	require.NoError(t, err)
	require.Equal(t, "Ахметова Жанна", rows[0].FullName())
	require.Equal(t, data.Screening, rows[0].Status)
}

func TestSeveralAreDeclinedTogether(t *testing.T) {
	s := storetest.New(t)
	first, second, third := storetest.Application(t, s), storetest.Application(t, s), storetest.Application(t, s)
	require.NoError(t, s.WithdrawApplication(t.Context(), storetest.Actor(), third.ID))
	require.Error(t, s.DeclineApplications(t.Context(), storetest.Actor(), []int64{first.ID, third.ID}, "not_now"))
	now, err := s.Application(t.Context(), first.ID)
	require.NoError(t, err)
	require.Equal(t, first, now, "all of them or none")

	require.NoError(t, s.DeclineApplications(t.Context(), storetest.Actor(), []int64{first.ID, second.ID}, "not_now"))
	count, err := s.CountApplications(t.Context(), data.ApplicationFilter{Statuses: []data.ApplicationStatus{data.Declined}})
	require.NoError(t, err)
	require.Equal(t, 2, count)
	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), batches[0].ID))
	for _, was := range []data.Application{first, second} {
		now, err := s.Application(t.Context(), was.ID)
		require.NoError(t, err)
		require.Equal(t, was, now)
	}
}
