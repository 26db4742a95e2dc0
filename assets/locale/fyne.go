package locale

import (
	"encoding/json"
	"fmt"
	"strings"
)

// FyneTexts returns the texts of the toolkit itself in a language, as the JSON that lang.AddTranslationsForLocale
// reads: those of the menu of a field. All else that is shown is ours.
func FyneTexts(lang Lang) ([]byte, error) {
	texts := map[string]string{}
	for key, text := range sections["fyne"]().plain[lang] {
		texts[strings.TrimPrefix(key, "fyne.")] = text
	}
	data, err := json.Marshal(texts)
	if err != nil {
		return nil, fmt.Errorf("write the toolkit's texts: %w", err)
	}
	return data, nil
}
