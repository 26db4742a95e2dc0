package volunteers

import (
	"context"
	"slices"

	"saya/app/page"
	"saya/app/person"
	"saya/data"
	"saya/widgets"
)

// formPaper names the form of a proof in drafts.
const formPaper = "paper"

// editPaper opens the form of a proof; one without an id is new.
func (p *Page) editPaper(k data.Clearance) {
	var requirements []data.Requirement
	p.env.Run.Go(func(ctx context.Context) (err error) {
		requirements, err = p.env.Store.Requirements(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.env.Window.Fail(err)
			return
		}
		p.paperDialog(k, requirements).Show(p.env)
	})
}

func (p *Page) paperDialog(k data.Clearance, requirements []data.Requirement) *page.FormDialog {
	f := newProofFields(p.env, requirements)
	person.Keep(f.requirement, k.Requirement)
	page.SetDate(f.issued, k.IssuedOn)
	page.SetDate(f.until, k.Until)
	title := "volunteers.paper_title"
	if k.ID == 0 {
		title = "volunteers.paper_add"
	}
	return &page.FormDialog{
		Title: p.env.T(title), Form: f.form, About: page.About(p.env.VolunteerNamed, k.VolunteerID),
		Subject: page.Subject{DraftKey: data.DraftKey{Section: "volunteers", Form: formPaper, Record: k.VolunteerID, Part: k.ID}},
		Read:    func() { f.read(&k) },
		Save: func(ctx context.Context) error {
			_, err := p.env.Store.SaveClearance(ctx, p.env.Actor, k)
			return err
		},
		Saved: func() { p.env.Window.Say(p.env.T("volunteers.paper_saved"), true) },
	}
}

// proofFields are the fields of a proof, of one volunteer or of many.
type proofFields struct {
	form          *widgets.Form
	requirement   *widgets.SearchSelect
	issued, until *widgets.DateField
}

func newProofFields(env page.Env, requirements []data.Requirement) *proofFields {
	var options []widgets.Option
	for _, r := range requirements {
		if !r.Retired {
			options = append(options, widgets.Option{ID: r.Code, Text: r.Names.In(env.Lang())})
		}
	}
	f := &proofFields{form: env.Form(), requirement: env.Select(options...), issued: env.DateField(), until: env.DateField()}
	requirement, issued, until := env.Item("requirement", f.requirement), env.Item("issued_on", f.issued), env.Item("until", f.until)
	requirement.Required, requirement.Wide, issued.Required = true, true, true
	until.Hint = env.T("volunteers.paper_endless")
	f.form.Add(requirement, issued, until)
	f.requirement.OnChanged = func(o widgets.Option) { f.propose(requirements, o.ID) }
	return f
}

// propose says through which day a proof of a requirement holds, unless a day stands there.
func (f *proofFields) propose(requirements []data.Requirement, code string) {
	for _, r := range requirements {
		if r.Code == code && f.until.Empty() {
			page.SetDate(f.until, r.Until(page.Date(f.issued)))
		}
	}
}

func (f *proofFields) read(k *data.Clearance) {
	k.Requirement, k.IssuedOn, k.Until = f.requirement.ID(), page.Date(f.issued), page.Date(f.until)
}

// resume opens the form of a proof of which a draft was kept.
func (p *Page) resume(ctx context.Context, d data.FormDraft) (func(), error) {
	k := data.Clearance{VolunteerID: d.Record, IssuedOn: p.env.Today()}
	if d.Part != 0 {
		proofs, err := p.env.Store.Clearances(ctx, d.Record)
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(proofs, func(k data.Clearance) bool { return k.ID == d.Part })
		if i < 0 {
			return nil, &data.Error{Code: data.NotFound, Key: "errors.not_found"}
		}
		k = proofs[i]
	}
	requirements, err := p.env.Store.Requirements(ctx)
	return func() { p.paperDialog(k, requirements).Show(p.env) }, err
}
