package sheetin

// What tests reach without the net of [Read].
var (
	ReadContent = readContent
	Unopened    = unopened
)
