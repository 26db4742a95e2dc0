package data

// Centre is the profile of the organisation, as reports and letters show it.
type Centre struct {
	Version       int64  `db:"version"`
	Sample        bool   `db:"sample"` // an invented centre, said on every screen and in every export
	Name          Names  `db:"name"`
	ShortName     string `db:"short_name"` // Latin letters, for file names
	BIN           string `db:"bin"`
	Region        string `db:"region"`  // KATO code
	Address       string `db:"address"` // public, never a house's
	Phone         string `db:"phone"`
	Email         string `db:"email"`
	Head          string `db:"head"` // signs reports
	HeadPost      Names  `db:"head_post"`
	Executor      string `db:"executor"` // made the report
	ExecutorPhone string `db:"executor_phone"`
	Responsible   string `db:"responsible"`  // for personal data (law 94-V)
	WaitDays      int    `db:"wait_days"`    // an application waiting longer is shown in red
	FrontOffice   Names  `db:"front_office"` // the regional recipient of reports
}

// Choice is an entry of an editable catalogue: a direction or a kind of activity.
type Choice struct {
	Code       string `db:"code"`
	Names      Names  `db:"names"`
	Short      Names  `db:"short"`
	AdultsOnly bool   `db:"adults_only"` // by law 42-VI art. 12(2-1)
	Retired    bool   `db:"retired"`
	Position   int    `db:"position"`
}

// Holiday is an entry of the editable table of holidays. From and To are days of one year.
type Holiday struct {
	Code  string `db:"code"`
	Names Names  `db:"names"`
	From  Date   `db:"from_on"`
	To    Date   `db:"to_on"`
}

// Export is one line of the history of files that left: who, what, for whom and when. No path is kept:
// folders can carry names of people.
type Export struct {
	ID        int64  `db:"id"`
	At        Stamp  `db:"at"`
	Account   string `db:"account"`
	Report    string `db:"report"` // code
	From      Date   `db:"from_on"`
	To        Date   `db:"to_on"`
	Lang      string `db:"lang"`
	Recipient string `db:"recipient"`
	FileName  string `db:"file_name"` // without the folder
	SHA256    string `db:"sha256"`
	WithTexts bool   `db:"with_texts"`
	People    bool   `db:"people"` // the file names people
}
