package widgets

// Snapshot is what stands in every field, by its name: drafts, and a change of
// language, keep it. Passwords are not in it.
func (f *Form) Snapshot() map[string]string {
	all := make(map[string]string, len(f.items))
	for _, i := range f.items {
		if !i.secret() {
			all[i.Name] = i.Field.Snapshot()
		}
	}
	return all
}

// Changes is that part of a snapshot that was changed since MarkClean.
func (f *Form) Changes() map[string]string {
	changes := map[string]string{}
	for _, i := range f.items {
		if !i.secret() && f.touched(i) {
			changes[i.Name] = i.Field.Snapshot()
		}
	}
	return changes
}

// Restore puts back what stood in the fields; those without a word in it stay.
// What counts as unchanged stays, too.
func (f *Form) Restore(snapshot map[string]string) {
	for range 2 { // a change of one field may have changed another that was put back before
		for _, i := range f.items {
			was, ok := snapshot[i.Name]
			if !ok && i.Also != "" {
				was, ok = snapshot[i.Also]
			}
			if ok && i.Field.Snapshot() != was {
				i.Field.Restore(was)
			}
		}
	}
}

// MarkClean makes what stands in the fields now count as unchanged.
func (f *Form) MarkClean() {
	f.clean = make(map[string]string, len(f.items))
	for _, i := range f.items {
		f.clean[i.Name] = i.Field.Snapshot()
	}
}

// Dirty tells whether a field was changed since MarkClean.
func (f *Form) Dirty() bool {
	for _, i := range f.items {
		if f.touched(i) {
			return true
		}
	}
	return false
}

func (f *Form) touched(i *formItem) bool { return i.Field.Snapshot() != f.clean[i.Name] }

// secret tells whether what is typed may be kept nowhere.
func (i *formItem) secret() bool {
	_, secret := i.Field.(*PasswordField)
	return secret
}

// Difference is a field in which something else stands in another form.
type Difference struct {
	Label       string // a tick box has its own words
	Here, There Field
	Changed     bool // here since MarkClean
}

// Differences compares the form with another one of the same fields, in their
// order. Fields that neither of them shows are left out.
func (f *Form) Differences(other *Form) []Difference {
	var all []Difference
	for _, i := range f.items {
		o := other.item(i.Name)
		if o == nil || i.secret() || i.hidden && o.hidden || i.Field.Snapshot() == o.Field.Snapshot() {
			continue
		}
		d := Difference{Label: i.Label, Here: i.Field, There: o.Field, Changed: f.touched(i)}
		if box, ok := i.Field.(*CheckField); ok && d.Label == "" {
			d.Label = box.Text
		}
		all = append(all, d)
	}
	return all
}
