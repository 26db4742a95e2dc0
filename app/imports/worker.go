package imports

import (
	"context"
	"slices"

	"saya/app/page"
	"saya/data"
	"saya/data/imports"
)

// worker is the one who works with a plan: one task at a time, in the order asked for, off the UI goroutine. A plan is
// for one goroutine, so the screen shows what the worker saw of it last. All its methods are for the UI goroutine.
type worker struct {
	plan  *imports.Plan
	run   page.Runner
	tasks []task // the first is under way
	view
	choices choices
	// changed hears of every task when it is asked for and when it is done; failed, why one did not succeed.
	changed func()
	failed  func(error)
}

// task is what is done with one row of the plan.
type task struct {
	row int64 // counted from 1, 0 = none
	do  func(*imports.Plan) error
}

// view is what was seen of a plan. It stays as it is while the plan changes.
type view struct {
	rows    []imports.Row
	counts  imports.Counts
	notices []*data.Error
}

func seen(p *imports.Plan) view { return view{slices.Clone(p.Rows()), p.Counts(), p.Notices()} }

// newWorker looks at a new plan; it runs off the UI goroutine.
func newWorker(plan *imports.Plan, run page.Runner) *worker {
	return &worker{plan: plan, run: run, view: seen(plan), choices: choicesOf(plan)}
}

// ask puts a task behind those that are not done yet.
func (w *worker) ask(t task) {
	w.tasks = append(w.tasks, t)
	w.changed()
	if len(w.tasks) == 1 {
		w.next()
	}
}

// next does the first task.
func (w *worker) next() {
	var now view
	do := w.tasks[0].do
	w.run.Go(func(context.Context) error {
		err := do(w.plan)
		now = seen(w.plan)
		return err
	}, func(err error) {
		w.view, w.tasks = now, w.tasks[1:]
		if err != nil {
			w.failed(err)
		}
		w.changed()
		if w.busy() {
			w.next()
		}
	})
}

// busy tells whether something is not done yet.
func (w *worker) busy() bool { return len(w.tasks) > 0 }

// pending tells whether something about a row is not done yet.
func (w *worker) pending(row int64) bool {
	return slices.ContainsFunc(w.tasks, func(t task) bool { return t.row == row })
}
