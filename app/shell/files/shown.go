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

// Shown returns which items have the query in their name, in any spelling, in their order.
func Shown(items []Item, query string, by Order, descending bool) []int {
	shown := make([]int, 0, len(items))
	plain, folded := strings.ToLower(strings.TrimSpace(query)), fold.Key(query)
	for i, item := range items {
		if strings.Contains(strings.ToLower(item.Name), plain) || folded != "" && strings.Contains(item.folded, folded) {
			shown = append(shown, i)
		}
	}
	slices.SortStableFunc(shown, func(a, b int) int { return compare(items[a], items[b], by, descending) })
	return shown
}

func compare(a, b Item, by Order, descending bool) int {
	if a.Folder != b.Folder {
		if a.Folder {
			return -1
		}
		return 1
	}
	order := 0
	switch by {
	case ByChanged:
		order = a.Changed.Compare(b.Changed)
	case BySize:
		if !a.Folder {
			order = cmp.Compare(a.Size, b.Size)
		}
	}
	order = cmp.Or(order, bytes.Compare(a.order, b.order), strings.Compare(a.Name, b.Name))
	if descending {
		return -order
	}
	return order
}
