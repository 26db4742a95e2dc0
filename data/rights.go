package data

import "slices"

// Right is something that only some roles may do. What a role may read is decided by the walls it opens.
type Right string

// The rights.
const (
	KeepVolunteers    Right = "keep_volunteers" // applications, volunteers, groups, clearances
	KeepEvents        Right = "keep_events"     // events, needs, places, venues, projects
	MarkAttendance    Right = "mark_attendance"
	KeepHours         Right = "keep_hours" // entries that are not approved
	ApproveHours      Right = "approve_hours"
	LockMonths        Right = "lock_months"
	KeepContributions Right = "keep_contributions"
	ImportRecords     Right = "import_records" // of the kinds that she may keep
	ExportReports     Right = "export_reports"
	KeepCentre        Right = "keep_centre"     // profile, catalogues, holidays
	ManageAccounts    Right = "manage_accounts" // not: letting them into files, see [LetIn]
	LetIn             Right = "let_in"          // accounts into the files that she opens herself
	ReadAudit         Right = "read_audit"
	RestoreDeleted    Right = "restore_deleted" // what others deleted
	RestoreBackups    Right = "restore_backups"
)

// Rights lists all rights.
func Rights() []Right {
	return []Right{
		KeepVolunteers, KeepEvents, MarkAttendance, KeepHours, ApproveHours, LockMonths, KeepContributions, ImportRecords,
		ExportReports, KeepCentre, ManageAccounts, LetIn, ReadAudit, RestoreDeleted, RestoreBackups,
	}
}

// May tells whether a role has a right. It is the only place that decides.
func (r Role) May(right Right) bool { return slices.Contains(r.rights(), right) }

func (r Role) rights() []Right {
	switch r {
	case Staff:
		return []Right{KeepVolunteers, MarkAttendance, KeepHours, KeepContributions, ImportRecords}
	case Organizer:
		return []Right{KeepEvents, MarkAttendance, KeepHours, KeepContributions, ImportRecords}
	case Manager:
		return []Right{
			KeepVolunteers, KeepEvents, MarkAttendance, KeepHours, ApproveHours, LockMonths, KeepContributions, ImportRecords,
			ExportReports, KeepCentre, LetIn, ReadAudit, RestoreDeleted, RestoreBackups,
		}
	case CaseWorker:
		return []Right{LetIn}
	case Admin:
		return []Right{KeepCentre, ManageAccounts, ReadAudit, RestoreBackups}
	}
	return nil
}

// Opens tells whether a role opens a wall.
func (r Role) Opens(w Wall) bool { return slices.Contains(r.walls(), w) }

func (r Role) walls() []Wall {
	switch r {
	case Staff, Organizer:
		return []Wall{CentreWall, PeopleWall}
	case Manager:
		return []Wall{CentreWall, PeopleWall, ShelterWall}
	case CaseWorker:
		return []Wall{CentreWall, ShelterWall, CasesWall}
	case Admin:
		return []Wall{CentreWall}
	}
	return nil
}
