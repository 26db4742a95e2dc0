package store

import "saya/data"

// Table is a kind of record, in signals and in the history.
type Table string

// The kinds of records, each the name of its table.
const (
	Volunteers    Table = "volunteers"
	Applications  Table = "applications"
	Groups        Table = "groups"
	Clearances    Table = "clearances"
	Venues        Table = "venues"
	Projects      Table = "projects"
	Events        Table = "events"
	Needs         Table = "needs"
	Assignments   Table = "assignments"
	HoursEntries  Table = "hours"
	LockedMonths  Table = "locked_months"
	Contributions Table = "contributions"
	Profile       Table = "centre"
	Directions    Table = "directions"
	Kinds         Table = "kinds"
	Requirements  Table = "requirements"
	Holidays      Table = "holidays"
	Accounts      Table = "accounts" // not in the journal: an account cannot be changed back
	Exports       Table = "exports"  // signalled only: the history of exports is itself a log
	OutsideFiles  Table = "outside_files"
)

// entity is a table as undo, history and the rebuilding of keys see it.
type entity interface {
	base() *shape
	rekeyer
}

// tables describes what is kept where. It is built once per store and never changes.
type tables struct {
	volunteers    *table[data.Volunteer]
	applications  *table[data.Application]
	groups        *table[data.Group]
	clearances    *table[data.Clearance]
	venues        *table[data.Venue]
	projects      *table[data.Project]
	events        *table[data.Event]
	needs         *table[data.Need]
	assignments   *table[data.Assignment]
	hours         *table[data.Hours]
	months        *table[data.LockedMonth]
	contributions *table[data.Contribution]

	centre       *table[data.Centre]
	directions   *table[data.Choice]
	kinds        *table[data.Choice]
	requirements *table[data.Requirement]
	holidays     *table[data.Holiday]
}

func newTables() tables {
	keyed := newKeyMaker()
	return tables{
		volunteers:    newTable(Volunteers, keyed.volunteer),
		applications:  newTable(Applications, keyed.application),
		groups:        newTable(Groups, keyed.group),
		clearances:    newTable[data.Clearance](Clearances, nil),
		venues:        newTable(Venues, keyed.venue),
		projects:      newTable(Projects, keyed.project),
		events:        newTable(Events, keyed.event),
		needs:         newTable[data.Need](Needs, nil),
		assignments:   newTable[data.Assignment](Assignments, nil),
		hours:         newTable[data.Hours](HoursEntries, nil),
		months:        newTable[data.LockedMonth](LockedMonths, nil),
		contributions: newTable(Contributions, keyed.contribution),
		centre:        newTable[data.Centre](Profile, nil),
		directions:    newTable[data.Choice](Directions, nil),
		kinds:         newTable[data.Choice](Kinds, nil),
		requirements:  newTable[data.Requirement](Requirements, nil),
		holidays:      newTable[data.Holiday](Holidays, nil),
	}
}

func (t *tables) ofPeople() []entity {
	return []entity{
		t.groups, t.volunteers, t.applications, t.clearances, t.venues, t.projects, t.events, t.needs,
		t.assignments, t.hours, t.months, t.contributions,
	}
}

func (t *tables) ofCentre() []entity {
	return []entity{t.centre, t.directions, t.kinds, t.requirements, t.holidays}
}
