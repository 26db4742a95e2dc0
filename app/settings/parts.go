package settings

import (
	"saya/app/page"
)

// make makes what a part shows.
func (p *Page) make(name string) view {
	switch name {
	case partAccounts:
		return newAccounts(p.env)
	case partAccess:
		return newAccess(p.env)
	}
	return newMine(p.env)
}

// scenesOf are the states of a part worth a picture, beside the part as it opens.
func (p *Page) scenesOf(name string) []page.Scene {
	switch name {
	case partAccounts:
		list := func() *accounts { return p.front().view.(*accounts) }
		return []page.Scene{
			{Name: "account", Show: func() { list().ChooseRow(2) }},
			{Name: "account-new", Show: func() { list().New() }},
		}
	}
	return nil
}
