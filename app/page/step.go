package page

// Stepper is a page that goes from the record in front to the next one, or with -1 to the one before (Ctrl+PageDown and
// Ctrl+PageUp), asking first when something typed would be lost.
type Stepper interface{ Step(by int) }
