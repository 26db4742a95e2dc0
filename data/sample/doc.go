// Package sample makes an invented centre: people, events, hours and contributions that look like those of a real
// crisis centre in Almaty, for looking around, for tests and for benchmarks. Everything follows from a seed and a day:
// the same arguments make the same centre. Nobody in it exists, and every e-mail address ends in .invalid.
package sample
