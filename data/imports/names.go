package imports

import (
	"slices"
	"strings"

	"saya/data"
	"saya/data/fold"
)

// fullName is a name in its parts. sure is false when it cannot be told which part is which: it is then taken as
// registers write names, the surname first. left is what stood in brackets and is no part of it, as a maiden name.
type fullName struct {
	surname, given, patronymic string
	sure                       bool
	left                       string
}

// tell warns of what is odd about a name as it was written.
func (n fullName) tell(r *reader) {
	switch {
	case n.left != "":
		r.warn("imports.name_left_out", "Value", n.left)
	case !n.sure:
		r.warn("imports.name_order")
	}
}

// splitName parts "Surname Given Patronymic", "Given Surname", "Given Patronymic Surname" and "Surname, Given". Words are
// told apart by their endings. What stands in brackets is left out and makes the name unsure; the names of several
// people stay together in both parts, for [checkName] to refuse.
func splitName(s string) fullName {
	if people := peopleIn(s); len(people) > 1 {
		all := strings.Join(people, " / ")
		return fullName{surname: all, given: all}
	}
	if bare := data.Line(withoutBrackets(s)); bare != "" && bare != data.Line(s) {
		n := splitName(bare)
		n.sure, n.left = false, data.Line(inBrackets(s))
		return n
	}
	before, after, comma := strings.Cut(data.Line(s), ",")
	words := strings.Fields(strings.ReplaceAll(before, ".", ". "))
	rest := strings.Fields(strings.ReplaceAll(after, ".", ". "))
	words = joinPatronymic(slices.Concat(words, rest))
	if len(words) == 0 {
		return fullName{sure: true}
	}
	if len(words) == 1 {
		return fullName{given: words[0], sure: true}
	}
	patronymic := slices.IndexFunc(words, isPatronymic)
	switch {
	case comma && len(rest) > 0 && len(words) <= mostWords:
		n := inOrder(words)
		n.sure = true
		return n
	case patronymic == 1 && len(words) == 3: // Жанна Ерлановна Омарова
		return fullName{surname: words[2], given: words[0], patronymic: words[1], sure: true}
	case patronymic == len(words)-1 && len(words) > 2:
		n := inOrder(words)
		n.sure = true
		return n
	}
	return byEndings(words, patronymic)
}

// mostWords is how many words the name of a person has.
const mostWords = 4

// checkName refuses what holds nothing but a name that is none: notes and headings stand in the column of names, too.
func checkName(r *reader, number int64, p *data.Person) {
	if len(peopleIn(p.Given)) > 1 {
		r.refuseField("full_name", "imports.name_several")
		return
	}
	if !bare(number, p) {
		return
	}
	name := p.FullName()
	if strings.ContainsAny(name, "0123456789:*_=") || len(strings.Fields(name)) > mostWords || theWords().holds("no_names", name) {
		r.refuseField("full_name", "imports.not_a_name")
	}
}

// inOrder takes the words as registers write names.
func inOrder(words []string) fullName {
	n := fullName{surname: words[0], given: words[1]}
	n.patronymic = strings.Join(words[2:], " ")
	return n
}

// byEndings parts names of which the place of the patronymic does not tell the order.
func byEndings(words []string, patronymic int) fullName {
	if len(words) == 2 && patronymic == 1 { // Жанна Ерлановна
		return fullName{given: words[0], patronymic: words[1]}
	}
	_, begins := initialOf(words[0])
	if _, ends := initialOf(words[len(words)-1]); begins && !ends { // Ж.Е. Омарова
		n := inOrder(append(words[len(words)-1:], words[:len(words)-1]...))
		n.sure = true
		return n
	}
	first, last := isSurname(words[0]), isSurname(words[len(words)-1])
	switch {
	case first && !last:
		n := inOrder(words)
		n.sure = true
		return n
	case last && !first && len(words) == 2:
		return fullName{surname: words[1], given: words[0], sure: true}
	}
	return inOrder(words)
}

// joinPatronymic makes one word of «Ерлан қызы»: ұлы and қызы are written apart as often as not.
func joinPatronymic(words []string) []string {
	var out []string
	for i, w := range words {
		if key := fold.Key(w); i > 1 && (key == "uli" || key == "kizi") {
			out[len(out)-1] += " " + w
			continue
		}
		out = append(out, w)
	}
	return out
}

// isPatronymic knows the endings of patronymics in Russian and Kazakh, in any alphabet.
func isPatronymic(word string) bool {
	return hasEnding(word, "ovich", "evich", "ovna", "evna", "ichna", "ilich", "uli", "kizi")
}

// isSurname knows the endings of most surnames of Kazakhstan. Given names that end so are listed; -ын is no ending of a
// surname (Айдын).
func isSurname(word string) bool {
	if _, given := theWords().find("given_names", word); given || strings.HasSuffix(strings.ToLower(word), "ын") {
		return false
	}
	return hasEnding(word, "ov", "ova", "ev", "eva", "in", "ina", "ski", "skaia", "enko", "chuk")
}

func hasEnding(word string, endings ...string) bool {
	key := fold.Key(word)
	return slices.ContainsFunc(endings, func(e string) bool {
		return strings.HasSuffix(key, e) && len(key) > len(e)+1
	})
}
