package check

import (
	"maps"
	"path"
	"slices"
	"strings"
)

const typesPart = "[Content_Types].xml"

// checkTypes holds that every part has a content type and every type a part.
func (c *checker) checkTypes() {
	parts, extensions := map[string]bool{}, map[string]bool{}
	c.walk(typesPart, func(e element) {
		switch name := e.attr("PartName"); {
		case e.name == "Default":
			extensions[e.attr("Extension")] = true
		case e.name == "Override" && parts[name]:
			c.bad(typesPart, "%s is there twice", name)
		case e.name == "Override":
			parts[name] = true
		}
	}, nil)
	for _, name := range slices.Sorted(maps.Keys(c.parts)) {
		if name != typesPart && !parts["/"+name] && !extensions[strings.TrimPrefix(path.Ext(name), ".")] {
			c.bad(name, "has no content type")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if c.parts[strings.TrimPrefix(name, "/")] == nil {
			c.bad(typesPart, "%s is not there", name)
		}
	}
}

type relation struct{ kind, target string }

// checkRelations reads every relation and holds that it leads to a part.
func (c *checker) checkRelations() {
	for _, name := range slices.Sorted(maps.Keys(c.parts)) {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		folder := path.Dir(path.Dir(name))
		owner := path.Join(folder, strings.TrimSuffix(path.Base(name), ".rels"))
		known := map[string]relation{}
		c.relations[owner] = known
		c.walk(name, func(e element) {
			if e.name != "Relationship" || e.attr("TargetMode") == "External" {
				return
			}
			id, target := e.attr("Id"), e.attr("Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("/", folder, target)
			}
			target = strings.TrimPrefix(target, "/")
			if c.parts[target] == nil {
				c.bad(name, "%s leads to %s, which is not there", id, target)
			}
			if _, twice := known[id]; twice {
				c.bad(name, "%s is there twice", id)
			}
			known[id] = relation{kind: path.Base(e.attr("Type")), target: target}
		}, nil)
		if owner != "." && folder != "." && c.parts[owner] == nil {
			c.bad(name, "has relations of a part that is not there")
		}
	}
}

// follow returns the part that a relation of the element leads to; "" and a
// problem when there is none of the kind.
func (c *checker) follow(part, id, kind string) string {
	r, known := c.relations[part][id]
	if !known || r.kind != kind {
		c.bad(part, "no relation %q to a %s", id, kind)
		return ""
	}
	return r.target
}
