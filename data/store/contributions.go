package store

import (
	"cmp"
	"context"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// dated is the day of a contribution: see [data.Contribution.Dated].
const dated = "CASE day WHEN '' THEN pledged_on ELSE day END"

// Contributions lists the ids of a filter in its order.
func (s *Store) Contributions(ctx context.Context, f data.ContributionFilter) ([]int64, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]int64, error) { return contributionQuery(f).ids(ctx, q) })
}

// ContributionTotal sums what a filter finds.
func (s *Store) ContributionTotal(ctx context.Context, f data.ContributionFilter) (data.ContributionTotal, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (out data.ContributionTotal, err error) {
		return out, contributionQuery(f).sum(ctx, q, "count(*) AS contributions, coalesce(sum(value), 0) AS value", &out)
	})
}

func contributionQuery(f data.ContributionFilter) *query {
	b := &query{from: "contributions", limit: f.Limit}
	b.search(f.Search)
	b.days(dated, f.Days)
	in(b, "kind", f.Kinds)
	b.ref("event_id", f.EventID)
	if f.Campaign != "" {
		b.and("campaign = ?", f.Campaign)
	}
	if f.Received {
		b.and("day <> ''")
	}
	if f.Pledges {
		b.and("day = ''")
	}
	if f.Unthanked {
		b.and("day <> '' AND thanked_on = '' AND giver_kind <> 'anonymous'")
	}
	switch f.Order {
	case data.OrderByName:
		b.orderBy(f.Desc, sortColumn(f.Lang))
	case data.OrderByValue:
		b.orderBy(f.Desc, "value")
	default:
		b.orderBy(f.Desc, dated)
	}
	return b
}

// ContributionRows reads what lists show of contributions, in the order of ids.
func (s *Store) ContributionRows(ctx context.Context, ids []int64) ([]data.ContributionRow, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) ([]data.ContributionRow, error) {
		return chunk(ctx, q, ids, func(r data.ContributionRow) int64 { return r.ID }, "SELECT "+s.tables.contributions.list+`,
				coalesce((SELECT title FROM events WHERE id = contributions.event_id), '{}') AS event_title
			FROM contributions WHERE id IN (%s)`)
	})
}

// Contribution reads one contribution.
func (s *Store) Contribution(ctx context.Context, id int64) (data.Contribution, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (data.Contribution, error) { return s.tables.contributions.get(ctx, q, id) })
}

// SaveContribution saves a contribution and returns its id.
func (s *Store) SaveContribution(ctx context.Context, actor data.Actor, c data.Contribution) (int64, error) {
	return putAlone(ctx, s, actor, "save_contribution", s.tables.contributions, c)
}

func (s *Store) saveContribution(ctx context.Context, w *tx, c data.Contribution) (int64, error) {
	return put(ctx, s, w, s.tables.contributions, &c)
}

// Campaigns lists the campaigns to which something was given or promised, the latest first.
func (s *Store) Campaigns(ctx context.Context) ([]string, error) {
	return read(ctx, s.people, func(q *sqlx.Tx) (out []string, err error) {
		err = q.SelectContext(ctx, &out, "SELECT campaign FROM contributions WHERE campaign <> '' GROUP BY campaign ORDER BY max("+dated+") DESC, campaign")
		return out, err
	})
}

// ThankContributions notes that givers were thanked on a day, for what was not thanked before.
func (s *Store) ThankContributions(ctx context.Context, actor data.Actor, ids []int64, day data.Date) error {
	return s.eachContribution(ctx, actor, "thank_contributions", ids, func(c *data.Contribution) {
		c.ThankedOn = cmp.Or(c.ThankedOn, day)
	})
}

// ReceiveContributions notes that pledges were received on a day; what was received before stays as it is.
func (s *Store) ReceiveContributions(ctx context.Context, actor data.Actor, ids []int64, day data.Date) error {
	return s.eachContribution(ctx, actor, "receive_contributions", ids, func(c *data.Contribution) { c.Day = cmp.Or(c.Day, day) })
}

// eachContribution changes contributions in one batch, all or none.
func (s *Store) eachContribution(
	ctx context.Context, actor data.Actor, kind string, ids []int64, change func(*data.Contribution),
) error {
	return s.inPeople(ctx, actor, kind, func(w *tx) error {
		for _, id := range ids {
			c, err := s.tables.contributions.get(ctx, w, id)
			if err != nil {
				return err
			}
			change(&c)
			if _, err := s.saveContribution(ctx, w, c); err != nil {
				return err
			}
		}
		return nil
	})
}
