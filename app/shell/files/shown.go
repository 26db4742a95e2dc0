package files

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"saya/data/fold"
)

// Order is how the items of a folder are put in a row: folders first, then by one of these.
type Order string

// The orders there are.
const (
	ByName    Order = "name"
	ByChanged Order = "changed" // the oldest first
	BySize    Order = "size"    // the smallest first
)

// Shown returns which items of a folder have the query in their name, in any spelling, in their order.
func Shown(items []Item, query string, by Order, descending bool) []int {
	shown := make([]int, 0, len(items))
	lower, folded := strings.ToLower(strings.TrimSpace(query)), fold.Key(query)
	for i := range items {
		if strings.Contains(items[i].lower, lower) || folded != "" && strings.Contains(items[i].folded, folded) {
			shown = append(shown, i)
		}
	}
	if by != ByName || descending { // a folder is read in the order of names
		slices.SortFunc(shown, func(a, b int) int { return compare(items, a, b, by, descending) })
	}
	return shown
}

// compare orders two items by their places, which are in the order of names.
func compare(items []Item, a, b int, by Order, descending bool) int {
	if order := compareKinds(&items[a], &items[b]); order != 0 {
		return order
	}
	order := 0
	switch by {
	case ByChanged:
		order = items[a].Changed.Compare(items[b].Changed)
	case BySize:
		if !items[a].Folder {
			order = cmp.Compare(items[a].Size, items[b].Size)
		}
	}
	order = cmp.Or(order, cmp.Compare(a, b))
	if descending {
		return -order
	}
	return order
}

// compareNames orders folders before files, and each by name.
func compareNames(a, b Item) int {
	return cmp.Or(compareKinds(&a, &b), bytes.Compare(a.order, b.order), strings.Compare(a.Name, b.Name))
}

func compareKinds(a, b *Item) int {
	switch {
	case a.Folder == b.Folder:
		return 0
	case a.Folder:
		return -1
	default:
		return 1
	}
}
