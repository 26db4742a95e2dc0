package imports

// Rows chooses a row of the plan, counted from 1, as a person does.
func (p *Page) Rows(n int) { p.steps.ChooseRow(n - 1) }

// Listed is how the plan is listed.
func (p *Page) Listed() string { return p.steps.State() }
