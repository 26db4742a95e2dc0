package sample

import (
	"fmt"

	"saya/data"
)

func (b *builder) term(p projectWords) (from, to data.Date) {
	month := b.opt.Until.Month()
	return month.Add(p.From).First(), month.Add(p.To).Last()
}

// projects adds the projects; about as many events as there are were planned.
func (b *builder) projects() error {
	counts := make([]int, len(b.words.projects))
	for _, g := range b.plan {
		if g.project > 0 {
			counts[g.project-1]++
		}
	}
	for i, w := range b.words.projects {
		p := data.Project{
			Name: w.Names, Aim: w.Aim, Planned: counts[i] + 2 - i%3, Expected: w.Expected, Actual: w.Actual,
			Partners: w.Partners, Direction: w.Direction, LawKind: w.Kind,
		}
		p.From, p.To = b.term(w)
		id, err := b.into.AddProject(p)
		if err != nil {
			return fmt.Errorf("adding a project: %w", err)
		}
		b.projectIDs = append(b.projectIDs, id)
	}
	return nil
}
