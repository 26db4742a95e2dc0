package data

import "cmp"

// ContributionKind is what was given.
type ContributionKind string

// The kinds of contribution, in the order of the indicators C1-C4.
const (
	Money       ContributionKind = "money"
	Goods       ContributionKind = "goods"
	Services    ContributionKind = "services"
	Information ContributionKind = "information"
)

// ContributionKinds lists the kinds in the order of the indicators.
func ContributionKinds() []ContributionKind {
	return []ContributionKind{Money, Goods, Services, Information}
}

// GiverKind is who gave.
type GiverKind string

// The kinds of giver.
const (
	GivenByPerson       GiverKind = "person"
	GivenByOrganisation GiverKind = "organisation"
	GivenAnonymously    GiverKind = "anonymous"
)

// Contribution is money, goods, services or information given to the centre. Value is in tiyn (1/100 tenge).
type Contribution struct {
	ID        int64            `db:"id"`
	Version   int64            `db:"version"`
	Kind      ContributionKind `db:"kind"`
	GiverKind GiverKind        `db:"giver_kind"`
	Giver     string           `db:"giver"` // empty when anonymous
	PledgedOn Date             `db:"pledged_on"`
	Day       Date             `db:"day"` // received on; "" = still a pledge, which no report counts
	Purpose   string           `db:"purpose"`
	Value     int64            `db:"value"` // tiyn
	Basis     string           `db:"basis"` // how the value was found
	What      string           `db:"what"`
	Channel   string           `db:"channel"` // information only
	Link      string           `db:"link"`
	Reach     Count            `db:"reach"` // people reached by information
	ThankedOn Date             `db:"thanked_on"`
	MayName   bool             `db:"may_name"` // the giver agrees to be named in public
	EventID   int64            `db:"event_id"` // 0 = none
	Campaign  string           `db:"campaign"`
	Note      string           `db:"note"`
}

// Pledge tells whether it is promised and not yet received; no report counts it.
func (k Contribution) Pledge() bool { return k.Day == "" }

// Unthanked tells whether somebody who gave it is to be thanked yet.
func (k Contribution) Unthanked() bool {
	return !k.Pledge() && k.ThankedOn == "" && k.GiverKind != GivenAnonymously
}

// Dated is the day by which lists order it: received on, of a pledge promised on.
func (k Contribution) Dated() Date { return cmp.Or(k.Day, k.PledgedOn) }

// GiverKinds lists who can give.
func GiverKinds() []GiverKind {
	return []GiverKind{GivenByPerson, GivenByOrganisation, GivenAnonymously}
}

// ContributionTotal is how many contributions a filter finds and the value of all of them in tiyn.
type ContributionTotal struct {
	Contributions int   `db:"contributions"`
	Value         int64 `db:"value"`
}
