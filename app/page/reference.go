package page

import (
	"context"
	"database/sql"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"reflect"
	"strings"
	"syscall"
	"unicode"

	"saya/data"
)

// Reference logs an unexpected error and returns the short word under which the log has it. Errors of one kind have one
// reference.
func Reference(err error) string {
	trace := TraceOf(err)
	h := fnv.New32a()
	fmt.Fprint(h, trace)
	ref := fmt.Sprintf("%08x", h.Sum32())
	slog.Error("unexpected", "reference", ref, "error", trace)
	return ref
}

// Trace says of an error what was being done and what kinds of errors came of it, and no more: what else stands in an
// error may be a value of a record, a path with somebody's name, or a word that was typed.
type Trace string

// TraceOf returns that of an error.
func TraceOf(err error) Trace { return Trace(strings.Join(traces(err), ": ")) }

func traces(err error) []string {
	if err == nil {
		return nil
	}
	if kind := kindOf(err); kind != "" {
		return []string{kind}
	}
	switch e := err.(type) {
	case *data.Error:
		return append([]string{string(e.Code) + " " + e.Key}, traces(e.Err)...)
	case *fs.PathError:
		return append([]string{words(e.Op)}, traces(e.Err)...)
	case *os.LinkError:
		return append([]string{words(e.Op)}, traces(e.Err)...)
	case interface{ Unwrap() error }:
		if inner := e.Unwrap(); inner != nil {
			before, _, _ := strings.Cut(err.Error(), inner.Error())
			return append([]string{words(before)}, traces(inner)...)
		}
	case interface{ Unwrap() []error }:
		parts := make([]string, 0, 2)
		for _, inner := range e.Unwrap() {
			parts = append(parts, strings.Join(traces(inner), ": "))
		}
		return []string{"[" + strings.Join(parts, "; ") + "]"}
	}
	return []string{typeOf(err)}
}

// kindOf names errors that are the same wherever they come from, "" for others.
func kindOf(err error) string {
	for _, known := range []error{
		context.Canceled, context.DeadlineExceeded, io.EOF, io.ErrUnexpectedEOF, io.ErrShortWrite, sql.ErrNoRows, sql.ErrTxDone,
		sql.ErrConnDone, fs.ErrClosed, fs.ErrExist, fs.ErrNotExist, fs.ErrPermission, fs.ErrInvalid, os.ErrDeadlineExceeded,
	} {
		if err == known {
			return known.Error()
		}
	}
	if number, ok := err.(syscall.Errno); ok {
		return number.Error()
	}
	return ""
}

// typeOf is the type of an error, with the number by which a library tells its errors apart.
func typeOf(err error) string {
	kind, value := fmt.Sprintf("%T", err), reflect.Indirect(reflect.ValueOf(err))
	if value.Kind() == reflect.Struct {
		for _, name := range []string{"Code", "ExtendedCode"} {
			if field := value.FieldByName(name); field.IsValid() && field.CanInt() {
				kind += fmt.Sprintf(" %d", field.Int())
			}
		}
	}
	return kind
}

// words keeps the words with which the program says what it was doing: small Latin letters.
func words(text string) string {
	plain := func(r rune) bool { return r >= 'a' && r <= 'z' || r == '_' }
	var kept []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`:,;"()`, r) }) {
		if strings.IndexFunc(word, func(r rune) bool { return !plain(r) }) < 0 {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " ")
}
