package data

import "slices"

// VolunteerChange is what is done to many volunteers at once; what is zero stays as it is.
type VolunteerChange struct {
	Status     VolunteerStatus
	Day        Date   // of leaving, or from which on leave
	Reason     string // of leaving
	Direction  string // a code, added as the last one
	Group      int64  // to be in from now on
	LeaveGroup bool   // to be in none
	Naming     Naming
	Proof      Clearance // of a requirement that all of them have met
}

// Apply changes one volunteer. It refuses a status that cannot follow hers; one that she has already stays with its day.
func (c VolunteerChange) Apply(v *Volunteer) error {
	if c.Status != "" && c.Status != v.Status {
		if err := CheckStatus(v.Status, c.Status); err != nil {
			return err
		}
		v.Status, v.LeaveSince, v.LeftOn, v.LeftReason = c.Status, c.Day, c.Day, c.Reason
	}
	if c.Direction != "" && !slices.Contains(v.Directions, c.Direction) {
		v.Directions = append(slices.Clone(v.Directions), c.Direction)
	}
	if c.Group != 0 || c.LeaveGroup {
		v.GroupID = c.Group
	}
	if c.Naming != "" {
		v.Naming = c.Naming
	}
	return nil
}

// Bulk is a change of several volunteers.
type Bulk struct {
	IDs    []int64
	Change VolunteerChange
	Others bool // change the others when some cannot be changed; else nobody is
}

// BulkResult tells what came of a [Bulk].
type BulkResult struct {
	Changed int // volunteers with whom something is different now
	Refused []BulkRefusal
}

// BulkRefusal is a volunteer whom a rule keeps as she is.
type BulkRefusal struct {
	Number int64
	Name   string
	Err    error
}
