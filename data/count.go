package data

import (
	"database/sql/driver"
	"fmt"
)

// Count is a number of people that may not be recorded; the zero value is "not recorded".
type Count struct {
	N     int
	Known bool
}

// KnownCount is a recorded number.
func KnownCount(n int) Count { return Count{N: n, Known: true} }

// Value stores an unknown count as NULL.
func (c Count) Value() (driver.Value, error) {
	if !c.Known {
		return nil, nil
	}
	return int64(c.N), nil
}

// Scan reads NULL as unknown.
func (c *Count) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*c = Count{}
	case int64:
		*c = KnownCount(int(v))
	default:
		return fmt.Errorf("decoding a count: unexpected %T", src)
	}
	return nil
}
