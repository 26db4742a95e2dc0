package app

import (
	"slices"

	"saya/app/applications"
	"saya/app/contributions"
	"saya/app/events"
	"saya/app/groups"
	"saya/app/home"
	"saya/app/hours"
	"saya/app/imports"
	"saya/app/page"
	"saya/app/projects"
	"saya/app/reports"
	"saya/app/settings"
	"saya/app/shell"
	"saya/app/venues"
	"saya/app/volunteers"
	"saya/assets"
	"saya/data"
	"saya/data/store"
)

// Sections are the entries of the navigation, in their order.
func Sections() []shell.Section {
	return []shell.Section{
		{ID: "home", Title: "shell.home", Icon: assets.IconHome, Wall: data.PeopleWall, New: func(e page.Env) page.Page { return home.New(e) }},
		{ID: "volunteers", Title: "shell.volunteers", Icon: assets.IconVolunteers, Wall: data.PeopleWall, New: func(e page.Env) page.Page { return volunteers.New(e) }},
		{ID: "applications", Title: "shell.applications", Icon: assets.IconApplications, Wall: data.PeopleWall, Under: "volunteers", New: func(e page.Env) page.Page { return applications.New(e) }},
		{ID: "groups", Title: "groups.title", Icon: assets.IconGroups, Wall: data.PeopleWall, Under: "volunteers", New: func(e page.Env) page.Page { return groups.New(e) }},
		{ID: "events", Title: "shell.events", Icon: assets.IconEvents, Wall: data.PeopleWall, New: func(e page.Env) page.Page { return events.New(e) }, Commands: eventsCommands()},
		{ID: "venues", Title: "venues.title", Icon: assets.IconVenues, Wall: data.PeopleWall, Under: "events", New: func(e page.Env) page.Page { return venues.New(e) }},
		{ID: "projects", Title: "projects.title", Icon: assets.IconProjects, Wall: data.PeopleWall, Under: "events", New: func(e page.Env) page.Page { return projects.New(e) }},
		{ID: "hours", Title: "hours.title", Icon: assets.IconHours, Wall: data.PeopleWall, New: func(e page.Env) page.Page { return hours.New(e) }, Commands: hoursCommands()},
		{ID: "contributions", Title: "contributions.title", Icon: assets.IconContributions, Wall: data.PeopleWall, New: func(e page.Env) page.Page { return contributions.New(e) }},
		{ID: "reports", Title: "shell.reports", Icon: assets.IconReports, Wall: data.PeopleWall, New: func(e page.Env) page.Page { return reports.New(e) }},
		{ID: "settings", Title: "settings.title", Icon: assets.IconSettings, Wall: data.CentreWall, Foot: true, New: func(e page.Env) page.Page { return settings.New(e) }},
		{ID: "imports", Title: "importpage.title", Icon: assets.IconImport, Wall: data.PeopleWall, Files: true, New: imports.Opener()},
	}
}

// SectionsOf are those that the account can open who opened the centre. Who opens no volunteers begins with a page that
// says what there is for her.
func SectionsOf(st *store.Store) []shell.Section {
	held := slices.DeleteFunc(furnish(Sections()), func(s shell.Section) bool { return !st.Holds(s.Wall) })
	if st.Holds(data.PeopleWall) {
		return held
	}
	return slices.Insert(held, 0, shell.Section{ID: "home", Title: "shell.home", Icon: assets.IconHome, Wall: data.CentreWall, New: newRolePage})
}

// eventsCommands show the section in another way.
func eventsCommands() []shell.Command {
	return []shell.Command{{Title: "events.show_month", Do: func(p page.Page) { p.(*events.Page).ShowMonth() }}}
}

// hoursCommands are what is done with many hours at once.
func hoursCommands() []shell.Command {
	return []shell.Command{
		{Title: "hours.propose", Right: data.KeepHours, Do: func(p page.Page) { p.(*hours.Page).Propose() }},
		{Title: "hours.approve_shown", Right: data.ApproveHours, Do: func(p page.Page) { p.(*hours.Page).ApproveShown() }},
	}
}
