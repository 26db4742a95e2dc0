package data

// IIN is the number of a person in Kazakhstan: YYMMDD, a digit for century and sex, four digits, a check digit.
// BIN is the number of an organisation: YYMM, a digit for its kind, seven more; the same check digit.

// CheckIIN tells what is wrong with an individual identification number, nil for a good one.
func CheckIIN(iin string) error {
	_, dated := IINBirth(iin)
	switch {
	case !digits(iin, 12) || !dated:
		return &Error{Code: Invalid, Field: "iin", Key: "errors.iin_format"}
	case !checkDigit(iin):
		return &Error{Code: Invalid, Field: "iin", Key: "errors.iin_checksum"}
	}
	return nil
}

// CheckBIN tells what is wrong with a business identification number, nil for a good one.
func CheckBIN(bin string) error {
	switch {
	case !digits(bin, 12) || bin[2:4] < "01" || bin[2:4] > "12" || bin[4] < '4' || bin[4] > '6':
		return &Error{Code: Invalid, Field: "bin", Key: "errors.bin_format"}
	case !checkDigit(bin):
		return &Error{Code: Invalid, Field: "bin", Key: "errors.bin_checksum"}
	}
	return nil
}

// IINBirth reads the birth date that an IIN begins with: its seventh digit is 1 or 2 for a birth in the 1800s,
// 3 or 4 in the 1900s, 5 or 6 in the 2000s. ok is false when there is no such day.
func IINBirth(iin string) (birth Date, ok bool) {
	if !digits(iin, 12) || iin[6] < '1' || iin[6] > '6' {
		return "", false
	}
	century := [...]string{"18", "19", "20"}[(iin[6]-'1')/2]
	birth = Date(century + iin[:2] + "-" + iin[2:4] + "-" + iin[4:6])
	if !birth.Valid() {
		return "", false
	}
	return birth, true
}

// IINSex reads the sex that an IIN states: an odd seventh digit is male.
func IINSex(iin string) Sex {
	switch {
	case !digits(iin, 12) || iin[6] < '1' || iin[6] > '6':
		return SexUnknown
	case (iin[6]-'0')%2 == 1:
		return Male
	}
	return Female
}

// MaskIIN hides a number but for its last four digits: birth date and sex are not shown. No number stays none.
func MaskIIN(iin string) string {
	switch {
	case iin == "":
		return ""
	case len(iin) != 12:
		return "••••"
	}
	return "•••• •••• " + iin[8:]
}

// checkDigit tests the last of twelve digits: the others weighted 1..11, modulo 11; when that is 10, weighted
// 3..11, 1, 2; when that is 10 again, no such number is given out.
func checkDigit(number string) bool {
	sum := func(from int) int {
		total := 0
		for i := range 11 {
			total += int(number[i]-'0') * ((i+from-1)%11 + 1)
		}
		return total % 11
	}
	rest := sum(1)
	if rest == 10 {
		rest = sum(3)
	}
	return rest == int(number[11]-'0')
}

// digits tells whether s is exactly n digits.
func digits(s string, n int) bool {
	if len(s) != n {
		return false
	}
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
