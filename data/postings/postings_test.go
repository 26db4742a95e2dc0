package postings_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/postings"
)

func TestList(t *testing.T) {
	var l postings.List
	require.True(t, l.Empty())
	require.Empty(t, l.Find("a"))
	l.Add(7, "a", "b")
	l.Add(3, "a", "b")
	l.Add(9, "ab")
	l.Add(7, "a", "b")
	require.False(t, l.Empty())
	require.Equal(t, []int64{7, 3, 7}, l.Find("a", "b"), "in the order added")
	require.Equal(t, []int64{9}, l.Find("ab"))
	require.Empty(t, l.Find("a", "b", ""), "an empty part is a part")
	require.Empty(t, l.Find("", "ab"))
	require.Empty(t, l.Find("a"))
}
