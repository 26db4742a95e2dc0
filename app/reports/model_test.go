package reports

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/reports"
)

// A tick holds for the words that were read, not for what is written into the record later.
func TestTickEndsWhenTheTextChanges(t *testing.T) {
	event, project := reports.TextID{Of: reports.EventTexts, ID: 1}, reports.TextID{Of: reports.ProjectTexts, ID: 1}
	texts := func(result string) []reports.Text {
		return []reports.Text{
			{ID: project, Field: "field.aim", Value: "aim"},
			{ID: event, Field: "field.title", Value: "title"},
			{ID: event, Field: "field.result", Value: result},
		}
	}
	m := &model{ticked: map[reports.TextID]string{
		project: wording(texts("")[:1]),
		event:   wording(texts("before")[1:]),
	}}
	require.Equal(t, map[reports.TextID]bool{project: true, event: true}, m.stillRead(texts("before")))
	require.Equal(t, map[reports.TextID]bool{project: true}, m.stillRead(texts("after")))
	require.Equal(t, map[reports.TextID]bool{project: true}, m.stillRead(texts("before")[:2]), "a text was taken out")
}
