package data

// Normalise cleans what was typed.
func (c *Choice) Normalise() {
	cleanLines(&c.Code)
	cleanNames(&c.Names, &c.Short)
}

// Validate refuses an entry of a catalogue without a code or a name. Names may be as long as the law's words.
func (c Choice) Validate() error {
	var k checks
	k.required("code", c.Code)
	k.word("code", c.Code)
	if c.Names.Empty() {
		k.Add("names", "errors.title_required")
	}
	k.text("names", longest(c.Names.KK, c.Names.RU, c.Names.EN))
	k.optionalNames("short", c.Short)
	return k.OrNil()
}

// Normalise cleans what was typed. No requirement includes itself.
func (r *Requirement) Normalise() {
	cleanLines(&r.Code)
	cleanNames(&r.Names)
	var includes List
	for _, code := range cleanList(r.Includes) {
		if code != r.Code {
			includes = append(includes, code)
		}
	}
	r.Includes = includes
}

// mostMonths is a validity that only a slip of the pen exceeds.
const mostMonths = 600

// Validate refuses a requirement without a code or a name.
func (r Requirement) Validate() error {
	var k checks
	k.required("code", r.Code)
	k.word("code", r.Code)
	k.names("names", r.Names)
	k.between("months", r.Months, 0, mostMonths)
	return k.OrNil()
}

// Normalise cleans what was typed; a holiday without a last day is one day.
func (h *Holiday) Normalise() {
	cleanLines(&h.Code)
	cleanNames(&h.Names)
	if h.To == "" {
		h.To = h.From
	}
}

// Validate refuses a holiday without a name or a day, and one whose days are not in order or in one year.
func (h Holiday) Validate() error {
	var c checks
	c.names("names", h.Names)
	c.required("from_on", string(h.From))
	c.date("from_on", h.From)
	c.order("to_on", h.From, h.To)
	if h.From.Valid() && h.To.Valid() && h.From.Year() != h.To.Year() {
		c.Add("to_on", "rules.holiday_year")
	}
	return c.OrNil()
}
