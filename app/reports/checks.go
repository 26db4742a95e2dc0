package reports

import (
	"strconv"

	"saya/app/page"
	"saya/widgets"
)

// finding is something that is not ready in the period, and the list where it is made so.
type finding struct {
	key, tip      string // of its text and of why it matters, "reports." and then it
	count         int
	section, chip string
}

// findings are what is looked at before a report is sent, in the order in which it is put right.
func (p preview) findings() []finding {
	c := p.checks
	return []finding{
		{"unmarked", "unmarked_tip", c.Unmarked, "events", "unmarked"},
		{"uncounted", "uncounted_tip", c.Uncounted, "events", "past"},
		{"unapproved", "unapproved_tip", c.Waiting, "hours", "open"},
		{"incomplete", "incomplete_tip", c.Incomplete, "volunteers", "missing"},
		{"open_months", "open_months_tip", len(c.Open), "hours", "approved"},
	}
}

// found counts the findings that are not ready.
func (p preview) found() (n int) {
	for _, f := range p.findings() {
		if f.count > 0 {
			n++
		}
	}
	return n
}

// leads are the findings as lines, the texts to be read last: who reads them reads the report as it will be.
func (o *options) leads(p preview) []page.Lead {
	t := o.env.Text
	var out []page.Lead
	for _, f := range p.findings() {
		l := page.Lead{Text: t.T("reports." + f.key), Tag: t.Int(int64(f.count)), Tone: widgets.ToneOk}
		if f.count > 0 {
			l.Tone, l.Tip = widgets.ToneWarn, t.T("reports."+f.tip)
			l.Go = func() { o.env.Window.OpenAt(f.section, f.chip) }
		}
		out = append(out, l)
	}
	ticked, all := p.read()
	read := page.Lead{Text: t.T("reports.texts_read"), Tag: strconv.Itoa(ticked) + " / " + strconv.Itoa(all), Tone: widgets.ToneOk}
	if all > 0 {
		read.Go, read.Tip = o.onTexts, t.T("reports.texts_open")
	}
	if ticked < all {
		read.Tone = widgets.ToneInfo
	}
	return append(out, read)
}
