package app

import (
	"saya/app/applications"
	"saya/app/events"
	"saya/app/home"
	"saya/app/imports"
	"saya/app/page"
	"saya/app/reports"
	"saya/app/shell"
	"saya/app/volunteers"
	"saya/assets"
)

// Sections are the entries of the navigation, in their order.
func Sections() []shell.Section {
	return []shell.Section{
		{ID: "home", Title: "shell.home", Icon: assets.IconHome, New: func(e page.Env) page.Page { return home.New(e) }},
		{ID: "volunteers", Title: "shell.volunteers", Icon: assets.IconVolunteers, New: func(e page.Env) page.Page { return volunteers.New(e) }},
		{ID: "applications", Title: "shell.applications", Icon: assets.IconApplications, New: func(e page.Env) page.Page { return applications.New(e) }},
		{ID: "events", Title: "shell.events", Icon: assets.IconEvents, New: func(e page.Env) page.Page { return events.New(e) }},
		{ID: "reports", Title: "shell.reports", Icon: assets.IconReports, New: func(e page.Env) page.Page { return reports.New(e) }},
		{ID: "imports", Title: "importpage.title", Icon: assets.IconImport, Files: true, New: imports.Opener()},
	}
}
