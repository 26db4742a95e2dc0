package page

import (
	"saya/data"
	"saya/widgets"
)

// After so many days the newest verified backup is to be made anew, and later it is said loudly.
const (
	backupSoon = 1
	backupLate = 7
)

// BackupAge says how old the newest verified backup is, in words of which the tone says the same; at is empty when there
// is none.
func (e Env) BackupAge(at data.Stamp) (text string, tone widgets.Tone) {
	if at == "" {
		return e.T("settings.backup_none"), widgets.ToneBad
	}
	days := max(0, e.Today().DaysSince(at.Local().Date()))
	switch {
	case days > backupLate:
		tone = widgets.ToneBad
	case days > backupSoon:
		tone = widgets.ToneWarn
	default:
		tone = widgets.ToneOk
	}
	if days == 0 {
		return e.T("settings.backup_today"), tone
	}
	return e.T("settings.backup_days", "Count", days), tone
}
