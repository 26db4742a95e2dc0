package sample

import (
	"embed"
	"encoding/json"
	"fmt"
	"time"

	"saya/data"
)

//go:embed words/*.json
var wordFiles embed.FS

// words are the texts a sample is made of.
type words struct {
	names    nameWords
	people   peopleWords
	places   placeWords
	events   eventWords
	projects []projectWords
	gifts    giftWords
	centre   centreWords
}

type nameWords struct {
	Peoples []people          `json:"peoples"`
	Short   map[string]string `json:"short"` // given name -> how friends call her
}

// people is one of the peoples of Almaty: its share in a hundred, its names and languages, the first the mother tongue.
type people struct {
	Share       int      `json:"share"`
	Style       string   `json:"style"` // "kazakh": patronymics in -қызы and -ұлы
	Languages   []string `json:"languages"`
	Female      []string `json:"female"`
	Male        []string `json:"male"`
	Surnames    []string `json:"surnames"` // in the male form
	Plain       []string `json:"plain"`    // surnames with one form
	Patronymics []string `json:"patronymics"`
}

type peopleWords struct {
	Skills       map[data.Specialty][]string `json:"skills"`
	Sources      []string                    `json:"sources"`
	Notes        []string                    `json:"notes"`
	Awards       []string                    `json:"awards"`
	Work         []string                    `json:"work"`     // outside events
	Returned     []string                    `json:"returned"` // why an hours entry came back
	Groups       []string                    `json:"groups"`
	MoreGroups   string                      `json:"more_groups"` // with a number, for large centres
	Requirements []requirement               `json:"requirements"`
}

type requirement struct {
	data.Names
	Code   string `json:"code"`
	Blocks bool   `json:"blocks"`
}

type placeWords struct {
	Venues    []venueWords `json:"venues"`
	More      []venueWords `json:"more"` // with a number, for large centres
	Districts []string     `json:"districts"`
	Regions   []struct {
		Code  string `json:"code"`
		Share int    `json:"share"`
	} `json:"regions"`
	Schools []string    `json:"schools"`
	Studies []workplace `json:"studies"`
	Jobs    []workplace `json:"jobs"`
}

type venueWords struct {
	data.Names
	Kind      string `json:"kind"`
	Address   string `json:"address"`
	Capacity  int    `json:"capacity"`
	Parallel  int    `json:"parallel"` // 0 = 1
	Closed    bool   `json:"closed"`
	WomenOnly bool   `json:"women_only"`
}

type workplace struct {
	Place     string         `json:"place"`
	Faculties []string       `json:"faculties"`
	Specialty data.Specialty `json:"specialty"`
	Corporate bool           `json:"corporate"`
}

type eventWords struct {
	Public   []eventKind `json:"public"`
	Resident []eventKind `json:"resident"` // titles no other event has, so that a search for them finds a leak
}

// eventKind is how events of one type look.
type eventKind struct {
	Type         data.EventType `json:"type"`
	Share        int            `json:"share"`
	Minutes      []int          `json:"minutes"`
	People       [2]int         `json:"people"` // public participants, least and most
	Venues       []string       `json:"venues"` // kinds of venues
	Titles       []eventTitle   `json:"titles"`
	Descriptions []data.Names   `json:"descriptions"`
	Results      []data.Names   `json:"results"`
	Roles        []data.Names   `json:"roles"`
	Requirements []data.Names   `json:"requirements"`
}

type eventTitle struct {
	data.Names
	Direction string       `json:"direction"`
	Kind      string       `json:"kind"`
	Campaign  string       `json:"campaign"`
	Months    []time.Month `json:"months"` // none = all the year
	Venues    []string     `json:"venues"` // none = those of the type
}

// projectWords is a project; From and To are months counted from the month of the last day.
type projectWords struct {
	data.Names
	Direction string           `json:"direction"`
	Kind      string           `json:"kind"`
	From      int              `json:"from"`
	To        int              `json:"to"`
	Types     []data.EventType `json:"types"`
	Residents bool             `json:"residents"` // some of its events have residents present
	Aim       string           `json:"aim"`
	Expected  string           `json:"expected"`
	Actual    string           `json:"actual"`
	Partners  string           `json:"partners"`
}

type giftWords struct {
	Organisations []string  `json:"organisations"`
	Campaigns     []string  `json:"campaigns"`
	Money         giftKind  `json:"money"`
	Goods         giftKind  `json:"goods"`
	Services      giftKind  `json:"services"`
	Information   newsWords `json:"information"`
}

type giftKind struct {
	Purposes []string `json:"purposes"`
	What     []gift   `json:"what"`
	Basis    []string `json:"basis"`
}

// gift is a thing or service with its value in tenge.
type gift struct {
	Text  string `json:"text"`
	Value int    `json:"value"`
}

type newsWords struct {
	What     []string `json:"what"`
	Channels []string `json:"channels"`
}

type centreWords struct {
	Name          data.Names `json:"name"`
	ShortName     string     `json:"short_name"`
	BIN           string     `json:"bin"`
	Region        string     `json:"region"`
	Address       string     `json:"address"`
	Phone         string     `json:"phone"`
	Email         string     `json:"email"`
	Head          string     `json:"head"`
	HeadPost      data.Names `json:"head_post"`
	Executor      string     `json:"executor"`
	ExecutorPhone string     `json:"executor_phone"`
	Responsible   string     `json:"responsible"`
	WaitDays      int        `json:"wait_days"`
	FrontOffice   data.Names `json:"front_office"`
}

func (c centreWords) centre() data.Centre {
	return data.Centre{
		Sample: true, Name: c.Name, ShortName: c.ShortName, BIN: c.BIN, Region: c.Region, Address: c.Address, Phone: c.Phone,
		Email: c.Email, Head: c.Head, HeadPost: c.HeadPost, Executor: c.Executor, ExecutorPhone: c.ExecutorPhone,
		Responsible: c.Responsible, WaitDays: c.WaitDays, FrontOffice: c.FrontOffice,
	}
}

func readWords() (*words, error) {
	w := &words{}
	for name, into := range map[string]any{
		"names": &w.names, "people": &w.people, "places": &w.places, "events": &w.events, "projects": &w.projects,
		"gifts": &w.gifts, "centre": &w.centre,
	} {
		b, err := wordFiles.ReadFile("words/" + name + ".json")
		if err == nil {
			err = json.Unmarshal(b, into)
		}
		if err != nil {
			return nil, fmt.Errorf("reading the words of the sample: %w", err)
		}
	}
	return w, nil
}
