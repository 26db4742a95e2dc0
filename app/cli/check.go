package cli

import (
	"context"
	"encoding/json"
	"fmt"

	"saya/data"
	"saya/data/store"
)

// errProblems ends a check that found something; what it found was printed already.
var errProblems = &data.Error{Code: data.Invalid, Key: "cli.check_failed"}

// checkResult is what check prints with --json.
type checkResult struct {
	OK       bool     `json:"ok"`
	Problems []string `json:"problems"`
}

// runCheck looks for damage, broken references and broken rules in a centre; with --system whether the program can run
// here. --graphics is for the child of that.
func runCheck(ctx context.Context, c *call, args []string) error {
	fs := flags("check")
	centre, asJSON := entryFlags(fs), fs.Bool("json", false, "")
	computer, graphics := fs.Bool("system", false, ""), fs.Bool("graphics", false, "")
	lang := fs.String("lang", string(c.text.Lang()), "")
	if err := c.parse(fs, args); err != nil {
		return err
	}
	if err := c.speak(*lang); err != nil {
		return err
	}
	switch {
	case *graphics:
		return c.printGraphics()
	case *computer:
		return c.checkSystem(ctx, *centre.dir, *asJSON)
	}
	return c.work(ctx, centre, func(st *store.Store) error {
		found, err := st.Check(ctx)
		if err != nil {
			return err
		}
		return c.printCheck(found, *asJSON)
	})
}

func (c *call) printCheck(found []store.Problem, asJSON bool) error {
	result := checkResult{OK: len(found) == 0, Problems: []string{}}
	for _, p := range found {
		result.Problems = append(result.Problems, c.text.T(p.Key, "Wall", string(p.Wall)+".saya", "Table", string(p.Table), "Row", p.Row, "Field", p.Field))
	}
	switch {
	case asJSON:
		if err := json.NewEncoder(c.Out).Encode(result); err != nil {
			return err
		}
	case result.OK:
		fmt.Fprintln(c.Out, c.text.T("cli.check_ok"))
	default:
		for _, p := range result.Problems {
			fmt.Fprintln(c.Out, c.text.T("cli.check_problem", "Text", p))
		}
	}
	if !result.OK {
		return errProblems
	}
	return nil
}
