package locale_test

import (
	"encoding/json"
	"testing"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/stretchr/testify/require"

	"saya/assets/locale"
)

func TestFyneTexts(t *testing.T) {
	for lang, tuesday := range map[locale.Lang]string{
		locale.Kazakh: "Сейсенбі", locale.Russian: "Вторник", locale.English: "Tuesday",
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
		require.Len(t, read, 39, "as many as Fyne 2.8.1 has")
		require.Equal(t, tuesday, read["tuesday"])
		require.NotEmpty(t, read["file.parent"])
		require.NotEmpty(t, read["Show Hidden Files"])
	}
}
