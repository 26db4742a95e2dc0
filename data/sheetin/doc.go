// Package sheetin reads the spreadsheets that people bring: workbooks (.xlsx, .xlsm) and text files (.csv, .txt) in the
// encodings of Kazakhstan. A file becomes sheets of cells ([Read]), a sheet becomes a table ([Find], [At]), and cells
// become days and times ([Table.Date], [Span]). What a column means is for the caller to know.
//
// Nothing in a file is run or followed: no macro, formula, link or XML entity. A file is read from beginning to end
// once and never held unpacked, so that its size in memory is that of its cells.
package sheetin
