package widgets

import "slices"

// ChunkSize is how many rows are read at once: a screen and a half, one query.
const ChunkSize = 50

// chunksKept chunks stay in memory, so that scrolling through a long list does not gather it all.
const chunksKept = 100

// Chunks is Rows of which only the ids are known at first; the cells are
// loaded in pieces as they come into view. Not safe for concurrent use: Put
// and Forget belong on the UI goroutine.
type Chunks struct {
	ids     []int64
	load    func(from int, ids []int64)
	loaded  map[int][][]Cell
	asked   map[int]bool
	before  map[int64][]Cell // of rows that are not loaded, as they were shown last
	changed func()
}

var _ Rows = (*Chunks)(nil)

// NewChunks returns the rows with these ids, in this order. load is called on
// the UI goroutine with the position of a piece and its ids; it returns at
// once and answers later with Put or Forget.
func NewChunks(ids []int64, load func(from int, ids []int64)) *Chunks {
	return &Chunks{ids: ids, load: load, loaded: map[int][][]Cell{}, asked: map[int]bool{}}
}

// Extend takes over a longer list that begins with the rows there are, and keeps what is loaded of them. It returns false
// when the list begins otherwise. The table that shows these rows has to be told.
func (c *Chunks) Extend(ids []int64) bool {
	if len(ids) < len(c.ids) || !slices.Equal(ids[:len(c.ids)], c.ids) || len(c.ids)%ChunkSize != 0 {
		return false
	}
	c.ids = ids
	return true
}

// Len is the number of rows, loaded or not.
func (c *Chunks) Len() int { return len(c.ids) }

// ID is the identity of a row.
func (c *Chunks) ID(row int) int64 { return c.ids[row] }

// Cells returns the texts of a row. It asks for its piece if that is not loaded; until then they are those of [Chunks.Recall],
// nil for a row that was not among them.
func (c *Chunks) Cells(row int) []Cell {
	chunk := row / ChunkSize
	if _, ok := c.loaded[chunk]; !ok && !c.asked[chunk] {
		c.asked[chunk] = true
		from := chunk * ChunkSize
		c.load(from, c.ids[from:min(from+ChunkSize, len(c.ids))])
	}
	return c.here(row)
}

// has tells whether the texts of a row are loaded.
func (c *Chunks) has(row int) bool { return row%ChunkSize < len(c.loaded[row/ChunkSize]) }

// here are the texts of a row if there are any, without asking for them.
func (c *Chunks) here(row int) []Cell {
	if chunk, at := c.loaded[row/ChunkSize], row%ChunkSize; at < len(chunk) {
		return chunk[at]
	}
	return c.before[c.ids[row]]
}

// Recall shows rows as others showed them until they are loaded, so that rows that are read again do not go blank. The
// others may be nil.
func (c *Chunks) Recall(others *Chunks) {
	switch {
	case others == nil:
	case len(others.loaded) == 0:
		c.before = others.before
	default:
		c.before = map[int64][]Cell{}
		for chunk, rows := range others.loaded {
			for i, cells := range rows {
				c.before[others.ids[chunk*ChunkSize+i]] = cells
			}
		}
	}
}

// Put hands over the cells of the piece that load was asked for with from. The
// table that shows these rows draws them.
func (c *Chunks) Put(from int, cells [][]Cell) {
	chunk := from / ChunkSize
	delete(c.asked, chunk)
	c.loaded[chunk] = cells
	c.drop(chunk)
	if c.changed != nil {
		c.changed()
	}
}

// Forget says that the piece asked for with from could not be loaded; it is
// asked for again when it next comes into view.
func (c *Chunks) Forget(from int) { delete(c.asked, from/ChunkSize) }

// drop lets the piece go that is furthest from the one just loaded.
func (c *Chunks) drop(near int) {
	if len(c.loaded) <= chunksKept {
		return
	}
	furthest, distance := near, 0
	for chunk := range c.loaded {
		if d := max(chunk-near, near-chunk); d > distance {
			furthest, distance = chunk, d
		}
	}
	delete(c.loaded, furthest)
}

// notify sets what to call when rows have been loaded.
func (c *Chunks) notify(changed func()) { c.changed = changed }
