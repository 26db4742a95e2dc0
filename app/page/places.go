package page

import (
	"strconv"

	"saya/widgets"
)

// Places says how many of the wanted volunteers there are, nothing where none are wanted; the tone tells enough, some,
// or fewer than half.
func Places(taken, wanted int) (text string, tone widgets.Tone) {
	switch {
	case wanted == 0:
		return "", widgets.ToneOk
	case taken >= wanted:
		tone = widgets.ToneOk
	case taken*2 < wanted:
		tone = widgets.ToneBad
	default:
		tone = widgets.ToneWarn
	}
	return strconv.Itoa(taken) + " / " + strconv.Itoa(wanted), tone
}
