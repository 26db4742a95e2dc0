package data

// PaperState tells how far a proof can be relied on.
type PaperState string

// The states of a proof.
const (
	PaperValid   PaperState = "valid"
	PaperEnding  PaperState = "ending" // within [EndingDays]
	PaperEnded   PaperState = "ended"
	PaperMissing PaperState = "missing"
)

// EndingDays is how long before its end a proof is spoken of.
const EndingDays = 30

// Paper is how a volunteer meets one requirement of the centre.
type Paper struct {
	Requirement Requirement
	Clearance   Clearance // the proof that reaches farthest, maybe of a requirement that includes this one
	State       PaperState
	Days        int // to the end of the proof, below 0 since it; 0 of one without end
}

// Due tells whether somebody should see to the paper: the proof ends soon, has ended, or is missing although
// assignments are refused without it.
func (p Paper) Due() bool {
	return p.State == PaperEnding || p.State == PaperEnded || p.State == PaperMissing && p.Requirement.Blocks
}

// Papers tells how a volunteer's proofs meet each requirement that the centre asks for on a day.
func Papers(today Date, proofs []Clearance, requirements []Requirement) []Paper {
	var out []Paper
	for _, r := range requirements {
		if !r.Retired {
			out = append(out, paper(today, r, proofs, Covering(r.Code, requirements)))
		}
	}
	return out
}

// Until is through which day a proof holds that was given on a day, "" of one without end.
func (r Requirement) Until(issued Date) Date {
	if r.Months == 0 || !issued.Valid() {
		return ""
	}
	end := issued.Time().AddDate(0, r.Months, 0)
	if end.Day() != issued.Time().Day() { // there is no 31st of that month: its last day
		end = end.AddDate(0, 0, -end.Day())
	}
	return DateOf(end)
}

func paper(today Date, r Requirement, proofs []Clearance, covering map[string]bool) Paper {
	p := Paper{Requirement: r, State: PaperMissing}
	for _, k := range proofs {
		if covering[k.Requirement] && (p.State == PaperMissing || k.outlives(p.Clearance)) {
			p.Clearance, p.State = k, PaperValid
		}
	}
	if p.Clearance.Until == "" {
		return p
	}
	p.Days = p.Clearance.Until.DaysSince(today)
	switch {
	case p.Days < 0:
		p.State = PaperEnded
	case p.Days <= EndingDays:
		p.State = PaperEnding
	}
	return p
}

// outlives tells whether a proof holds longer than another; one without end holds longest.
func (c Clearance) outlives(other Clearance) bool {
	return other.Until != "" && (c.Until == "" || c.Until > other.Until)
}

// Covering are the codes of the requirements whose proof is one for this requirement too: itself, and whatever includes
// it directly or through others.
func Covering(code string, requirements []Requirement) map[string]bool {
	out := map[string]bool{code: true}
	for grown := true; grown; {
		grown = false
		for _, r := range requirements {
			for _, included := range r.Includes {
				if out[included] && !out[r.Code] {
					out[r.Code], grown = true, true
				}
			}
		}
	}
	return out
}
