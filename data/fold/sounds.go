package fold

// sounds brings the spellings of one sound together, in place, and tells whether it changed anything.
func sounds(key []byte) (out []byte, changed bool) {
	out = key[:0]
	for i := 0; i < len(key); {
		before := byte(' ')
		if len(out) > 0 {
			before = out[len(out)-1]
		}
		write, read := sound(key[i:], before)
		changed = changed || read != 1 || write != key[i]
		i += read
		if write != 0 && (write != before || isDigit(write)) {
			out = append(out, write)
		}
	}
	return out, changed || len(out) != len(key)
}

// sound reads the next sound of rest, which follows the letter before: the letter to write (0 for none) and how many
// letters it took. Sounds written with two letters (ch, sh, ts) come as two.
func sound(rest []byte, before byte) (write byte, read int) {
	switch rest[0] {
	case 'c':
		if begins(rest, "ch") {
			return 'c', 1
		}
		return 'k', 1
	case 'd':
		if begins(rest, "dj") {
			return 'j', 2
		}
	case 'g':
		if begins(rest, "gh") {
			return 'g', 2
		}
	case 'k':
		if begins(rest, "kh") {
			return 'h', 2
		}
	case 'n':
		return nasal(rest)
	case 's':
		return hiss(rest)
	case 'y':
		return glide(rest, before)
	case 'z':
		if begins(rest, "zh") {
			return 'j', 2
		}
	}
	return rest[0], 1
}

// nasal reads ң as n, ng or ngh: all are n, because Russian spelling has no other letter for it.
func nasal(rest []byte) (write byte, read int) {
	switch {
	case begins(rest, "ngh"):
		return 'n', 3
	case begins(rest, "ng"):
		return 'n', 2
	}
	return 'n', 1
}

// hiss reads щ as shch or sch: both are sh. The h is left to be read next.
func hiss(rest []byte) (write byte, read int) {
	switch {
	case begins(rest, "shch"):
		return 's', 3
	case begins(rest, "sch"):
		return 's', 2
	}
	return 's', 1
}

// glide reads y: before e it is not heard (Yevgeniy, Sergeyeva), with o it is ё except after a vowel (Solovyov and
// Fyodor, but Mayorov), and elsewhere it is i.
func glide(rest []byte, before byte) (write byte, read int) {
	switch {
	case begins(rest, "ye"):
		return 0, 1
	case begins(rest, "yo") && !isVowel(before):
		return 'e', 2
	}
	return 'i', 1
}

func begins(rest []byte, with string) bool {
	return len(rest) >= len(with) && string(rest[:len(with)]) == with
}

func isVowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
