package reports

// ColumnLetters names a column of a spreadsheet, counted from 0, as people see it there: A, B ... Z, AA.
func ColumnLetters(column int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}
