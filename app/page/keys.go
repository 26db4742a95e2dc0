package page

import "saya/widgets"

// Keyed is a page that hears keys of its own. The help (F1) tells them while the page is in front.
type Keyed interface {
	// Keys are those that mean something now, by the place where they do. What is done and the place are named by texts
	// of "keys.".
	Keys() []widgets.KeySet
}
