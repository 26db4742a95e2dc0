package imports_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/imports"
)

func TestConflictsAskForAReason(t *testing.T) {
	busy := &data.Error{Code: data.Conflict, Field: "venue_id", Key: "errors.venue_twice"}
	for _, c := range []struct {
		kind    imports.Kind
		problem *data.Error
		want    []imports.Field
	}{
		{imports.Events, busy, []imports.Field{"venue_id", "override_reason"}},
		{imports.Assignments, &data.Error{Code: data.Conflict, Field: "volunteer_id"}, []imports.Field{"override_reason"}},
		{imports.Assignments, &data.Error{Code: data.Conflict, Field: "status"}, []imports.Field{"status"}},
		{imports.Events, &data.Error{Code: data.Denied, Field: "venue_id"}, []imports.Field{"venue_id"}},
		{imports.Hours, &data.Error{Code: data.Conflict, Field: "minutes"}, nil},
		{imports.Hours, &data.Error{Code: data.Locked, Field: "correction"}, []imports.Field{"correction"}},
	} {
		require.Equal(t, c.want, imports.Asked(c.kind, []*data.Error{c.problem, c.problem}), "%s %s", c.kind, c.problem.Field)
	}
}
