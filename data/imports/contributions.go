package imports

import (
	"context"
	"strconv"
	"strings"

	"saya/data"
	"saya/data/fold"
	"saya/data/sheetin"
	"saya/data/store"
)

// contributions are money, goods, services and information given.
type contributions struct {
	st    *store.Store
	today data.Date
	diary *diary
}

// contribution is a contribution with what its row says.
type contribution struct {
	data.Contribution
	event eventRef
}

func newContributions(ctx context.Context, st *store.Store, today data.Date) (*contributions, error) {
	d, err := readDiary(ctx, st)
	return &contributions{st, today, d}, err
}

func (s *contributions) fields() []field[contribution] { return contributionFields(s.diary) }

func contributionFields(d *diary) []field[contribution] {
	return []field[contribution]{
		oneOf("kind", "contribution_kind", "status.contribution.", func(c *contribution) *data.ContributionKind { return &c.Kind }),
		oneOf("giver_kind", "giver_kind", "status.giver.", func(c *contribution) *data.GiverKind { return &c.GiverKind }),
		{
			name: "giver", read: one(func(_ *reader, cell sheetin.Cell, c *contribution) { respell(&c.Giver, data.Line(cell.Text)) }),
			show: func(c *contribution) string { return c.Giver },
		},
		day("pledged_on", func(c *contribution) *data.Date { return &c.PledgedOn }),
		day("day", func(c *contribution) *data.Date { return &c.Day }),
		text("purpose", func(c *contribution) *string { return &c.Purpose }),
		{name: "value", read: one(readValue), show: func(c *contribution) string { return shownMoney(c.Value) }},
		text("basis", func(c *contribution) *string { return &c.Basis }),
		text("what", func(c *contribution) *string { return &c.What }),
		text("channel", func(c *contribution) *string { return &c.Channel }),
		text("link", func(c *contribution) *string { return &c.Link }),
		people("reach", func(c *contribution) *data.Count { return &c.Reach }),
		signed("thanked_on", func(c *contribution) *data.Date { return &c.ThankedOn }),
		yesNo("may_name", func(c *contribution) *bool { return &c.MayName }),
		eventRefField(d, func(c *contribution) *eventRef { return &c.event }),
		text("campaign", func(c *contribution) *string { return &c.Campaign }),
		text("note", func(c *contribution) *string { return &c.Note }),
	}
}

func readValue(r *reader, c sheetin.Cell, t *contribution) {
	sum, ok := tiyn(c)
	if !ok {
		r.refuse("errors.money")
		return
	}
	t.Value = sum
}

func shownMoney(tiyn int64) string {
	if tiyn == 0 {
		return ""
	}
	return strings.TrimSuffix(strconv.FormatFloat(float64(tiyn)/100, 'f', 2, 64), ".00")
}

func (s *contributions) fresh() contribution { return contribution{} }

// finish takes from the giver's name what kind of giver it is, and a sum without a thing for money, and says so.
func (s *contributions) finish(r *reader, c *contribution) {
	if c.GiverKind == "" {
		c.GiverKind = giverKind(c.Giver)
	}
	if c.Kind == "" && c.Value > 0 && c.What == "" && c.Channel == "" {
		c.Kind = data.Money
		r.warnField("kind", "imports.taken_for_money")
	}
	if c.event.title != "" {
		switch found := s.diary.find(c.event.title, ""); len(found) {
		case 1:
			c.EventID, c.event.id = found[0].ID, found[0].ID
		case 0:
			r.warnField("event_id", "imports.event_unknown", "Value", c.event.title)
		default:
			r.warnField("event_id", "imports.event_several")
		}
	}
	c.Normalise()
}

// giverKind tells from a name who gives: «Аноним», «ТОО Ромашка», «Омарова Ж.».
func giverKind(name string) data.GiverKind {
	if code, ok := theWords().find("giver_kind", name); ok && data.GiverKind(code) == data.GivenAnonymously {
		return data.GivenAnonymously
	}
	if theWords().holds("people_marks", name) {
		return data.GivenByPerson // «Жители ЖК «Алтын»»
	}
	if theWords().holds("organisation_marks", name) || strings.ContainsAny(name, "«»\"") {
		return data.GivenByOrganisation
	}
	return data.GivenByPerson
}

func (s *contributions) check(r *reader, c *contribution) { r.refuseAll(c.Validate(s.today)) }

func (s *contributions) index() finder[contribution] {
	return newKeyed(func(c *contribution) []string {
		day := c.Day
		if day == "" {
			day = c.PledgedOn
		}
		return []string{strings.Join([]string{string(c.GiverKind), fold.Key(c.Giver), string(day), string(c.Kind), strconv.FormatInt(c.Value, 10)}, "|")}
	})
}

func (s *contributions) each(ctx context.Context, _ func(*contribution) bool, fn func(contribution) error) error {
	return s.st.EachContribution(ctx, func(c data.Contribution) error { return fn(knownContribution(c)) })
}

// knownContribution is a contribution as the centre holds it.
func knownContribution(c data.Contribution) contribution {
	return contribution{Contribution: c, event: eventRef{id: c.EventID}}
}

func (s *contributions) load(ctx context.Context, id int64) (contribution, error) {
	c, err := s.st.Contribution(ctx, id)
	return knownContribution(c), err
}

func (s *contributions) identity(c *contribution) (id, version int64) { return c.ID, c.Version }

func (s *contributions) label(c *contribution) string {
	return strings.Join(strings.Fields(string(c.Day)+" "+c.Giver+" "+shownMoney(c.Value)+" "+c.What), " ")
}

// same tells two gifts of one giver, day and value apart by what was given.
func (s *contributions) same(row, known *contribution, _ data.DuplicateRule) certainty {
	if row.What != "" && known.What != "" && fold.Key(row.What) != fold.Key(known.What) {
		return another
	}
	return surely
}

// repeats holds that anybody may give the same twice on one day.
func (s *contributions) repeats(*contribution) bool { return true }

func (s *contributions) save(im *store.Importer, c *contribution) error {
	_, err := im.SaveContribution(c.Contribution)
	return err
}
