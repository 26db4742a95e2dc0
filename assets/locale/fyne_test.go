package locale_test

import (
	"encoding/json"
	"testing"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/stretchr/testify/require"

	"saya/assets/locale"
)

func TestFyneTexts(t *testing.T) {
	for lang, paste := range map[locale.Lang]string{
		locale.Kazakh: "Кірістіру", locale.Russian: "Вставить", locale.English: "Paste",
	} {
		data, err := locale.FyneTexts(lang)
		require.NoError(t, err)
		// Fyne reads them with the same library.
		file, err := i18n.ParseMessageFileBytes(data, "ru.json", map[string]i18n.UnmarshalFunc{"json": json.Unmarshal})
		require.NoError(t, err)
		read := map[string]string{}
		for _, message := range file.Messages {
			read[message.ID] = message.Other
		}
		require.Equal(t, paste, read["Paste"])
		require.Len(t, read, 4, "those of the menu of a field")
	}
}
