// Package imports brings spreadsheets into a centre. [Guess] maps the columns of a table to fields, [NewPlan] compares
// its rows with what the centre holds and writes nothing, [Plan.Apply] writes what was agreed in one batch.
//
// A [Plan] works for every kind of record; what is particular to a kind stands in one file each: its fields, what makes
// two records the same, and the rules it meets. Rules themselves are those of package data, under which the store saves.
//
// Memory: the table indexes itself by what its rows can be found by, and the records of the centre pass by once. So a
// plan needs room for the table, not for the centre.
package imports
