package widgets

// selection is what is chosen in a table: ids, so that it survives another
// order or filter, and two rows, the cursor that the keys move and the anchor
// where a range with Shift begins. The zero value is an empty selection.
type selection struct {
	ids            map[int64]struct{}
	cursor, anchor int
}

func (s *selection) has(id int64) bool {
	_, ok := s.ids[id]
	return ok
}

// only chooses one row.
func (s *selection) only(rows Rows, row int) {
	s.ids = map[int64]struct{}{rows.ID(row): {}}
	s.cursor, s.anchor = row, row
}

// toggle adds or takes away one row.
func (s *selection) toggle(rows Rows, row int) {
	id := rows.ID(row)
	if s.has(id) {
		delete(s.ids, id)
	} else {
		if s.ids == nil {
			s.ids = map[int64]struct{}{}
		}
		s.ids[id] = struct{}{}
	}
	s.cursor, s.anchor = row, row
}

// extend chooses the rows from the anchor to row.
func (s *selection) extend(rows Rows, row int) {
	s.ids = map[int64]struct{}{}
	s.anchor = min(s.anchor, rows.Len()-1)
	for i := min(s.anchor, row); i <= max(s.anchor, row); i++ {
		s.ids[rows.ID(i)] = struct{}{}
	}
	s.cursor = row
}

// all chooses every row and leaves the cursor where it is.
func (s *selection) all(rows Rows) {
	s.ids = make(map[int64]struct{}, rows.Len())
	for i, n := 0, rows.Len(); i < n; i++ {
		s.ids[rows.ID(i)] = struct{}{}
	}
}

// set chooses these ids, as far as they are among the rows.
func (s *selection) set(rows Rows, ids []int64) {
	s.ids = make(map[int64]struct{}, len(ids))
	for _, id := range ids {
		s.ids[id] = struct{}{}
	}
	s.keep(rows)
	for i, n := 0, rows.Len(); i < n; i++ {
		if s.has(rows.ID(i)) {
			s.cursor, s.anchor = i, i
			return
		}
	}
}

// keep forgets the ids that are not among the rows.
func (s *selection) keep(rows Rows) {
	left := make(map[int64]struct{}, len(s.ids))
	for i, n := 0, rows.Len(); i < n && len(left) < len(s.ids); i++ {
		if id := rows.ID(i); s.has(id) {
			left[id] = struct{}{}
		}
	}
	s.ids = left
}

// follow moves cursor and anchor from the old rows to where the same ids are
// in the new ones; what is gone leaves them at the same height.
func (s *selection) follow(before, after Rows) {
	s.cursor = sameRow(before, after, s.cursor)
	s.anchor = sameRow(before, after, s.anchor)
	if len(s.ids) > 0 {
		s.keep(after)
	}
}

func sameRow(before, after Rows, row int) int {
	if row < before.Len() {
		if found := indexOf(after, before.ID(row)); found >= 0 {
			return found
		}
	}
	return max(0, min(row, after.Len()-1))
}

// list returns the chosen ids in the order of the rows.
func (s *selection) list(rows Rows) []int64 {
	ids := make([]int64, 0, len(s.ids))
	for i, n := 0, rows.Len(); i < n && len(ids) < len(s.ids); i++ {
		if id := rows.ID(i); s.has(id) {
			ids = append(ids, id)
		}
	}
	return ids
}
