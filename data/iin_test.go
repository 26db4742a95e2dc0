package data_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestCheckIIN(t *testing.T) {
	for iin, want := range map[string]string{
		"850101450008":   "",
		"900101351235":   "",
		"991231400014":   "",
		"000101600018":   "",
		"":               "iin errors.iin_format",
		"85010145000":    "iin errors.iin_format",
		"8501014500081":  "iin errors.iin_format",
		"85010145000a":   "iin errors.iin_format",
		"８50101450008":   "iin errors.iin_format",
		"851301450008":   "iin errors.iin_format", // month 13
		"850230450008":   "iin errors.iin_format", // 30 February
		"850101050008":   "iin errors.iin_format", // no century 0
		"850101750008":   "iin errors.iin_format", // no century 7
		"850101450009":   "iin errors.iin_checksum",
		"900101351245":   "iin errors.iin_checksum",
		" 850101450008 ": "iin errors.iin_format",
	} {
		t.Run(iin, func(t *testing.T) {
			require.Equal(t, want, strings.Join(refusals(data.CheckIIN(iin)), ", "))
		})
	}
}

// Numbers whose first weighting gives 10 use the second; those where it gives 10 again are never valid.
func TestCheckDigitOfBothWeightings(t *testing.T) {
	valid := func(first11 string) (n int) {
		for _, last := range "0123456789" {
			if data.CheckIIN(first11+string(last)) == nil {
				n++
			}
		}
		return n
	}
	require.Equal(t, 1, valid("90010135000"), "an ordinary number")
	counts := map[int]int{}
	for serial := range 10_000 {
		counts[valid(fmt.Sprintf("9001013%04d", serial))]++
	}
	require.Positive(t, counts[0], "some numbers are never given out")
	require.Less(t, counts[0], 200, "about one in 121")
	require.Equal(t, 10_000, counts[0]+counts[1])
}

func TestCheckBIN(t *testing.T) {
	for bin, want := range map[string]string{
		"":             "bin errors.bin_format",
		"001340000010": "bin errors.bin_format", // month 0 ... 13
		"990140000018": "bin errors.bin_checksum",
		"990130000019": "bin errors.bin_format", // kind 3
		"990170000019": "bin errors.bin_format", // kind 7
	} {
		require.Equal(t, want, strings.Join(refusals(data.CheckBIN(bin)), ", "), bin)
	}
	good := 0
	for _, last := range "0123456789" {
		if data.CheckBIN("99014000001"+string(last)) == nil {
			good++
		}
	}
	require.Equal(t, 1, good, "one check digit fits")
}

func TestIINTellsBirthAndSex(t *testing.T) {
	for _, c := range []struct {
		iin   string
		birth data.Date
		sex   data.Sex
	}{
		{"850101450008", "1985-01-01", data.Female},
		{"900101351235", "1990-01-01", data.Male},
		{"991231400014", "1999-12-31", data.Female},
		{"000101600018", "2000-01-01", data.Female},
		{"991231200000", "1899-12-31", data.Female},
		{"040229500000", "2004-02-29", data.Male},
		{"030229500000", "", data.Male}, // no leap year
		{"85010145000", "", data.SexUnknown},
		{"850101950008", "", data.SexUnknown},
	} {
		birth, ok := data.IINBirth(c.iin)
		require.Equal(t, c.birth, birth, c.iin)
		require.Equal(t, c.birth != "", ok, c.iin)
		require.Equal(t, c.sex, data.IINSex(c.iin), c.iin)
	}
}

func TestMaskIIN(t *testing.T) {
	require.Equal(t, "•••• •••• 0008", data.MaskIIN("850101450008"))
	require.Equal(t, "••••", data.MaskIIN("85010"))
	require.Equal(t, "", data.MaskIIN(""))
}

func TestWarningsWhereTheIINDiffers(t *testing.T) {
	person := data.Person{IIN: "850101450008", Birth: "1985-01-01", Sex: data.Female}
	require.Empty(t, person.Warnings())
	require.Empty(t, data.Person{IIN: "850101450008"}.Warnings(), "what is unknown does not differ")
	person.Birth, person.Sex = "1985-01-02", data.Male
	require.Equal(t, []data.Warning{{"birth", "errors.iin_birth"}, {"sex", "errors.iin_sex"}}, person.Warnings())
}

func FuzzIIN(f *testing.F) {
	f.Add("850101450008")
	f.Add("0001016000１8")
	f.Fuzz(func(t *testing.T, s string) {
		birth, ok := data.IINBirth(s)
		require.Equal(t, ok, birth.Valid())
		if data.CheckIIN(s) == nil {
			require.True(t, ok)
			require.NotEqual(t, data.SexUnknown, data.IINSex(s))
			require.NotContains(t, data.MaskIIN(s), s[:7])
		}
		_ = data.CheckBIN(s)
	})
}
