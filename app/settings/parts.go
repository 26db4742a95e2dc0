package settings

// make makes what a part shows.
func (p *Page) make(name string) view {
	switch name {
	case partAccounts:
		return newAccounts(p.env)
	case partAccess:
		return newAccess(p.env)
	case partBackup:
		return newBackups(p.env)
	case partBin:
		return newBin(p.env)
	case partOutside:
		return newOutside(p.env, p.env.Store.Outside)
	case partAudit:
		return newAudit(p.env)
	case partCentre:
		return newCentre(p.env)
	case partAppearance:
		return newAppearance(p.env)
	case partDirections:
		return newDirections(p.env)
	case partKinds:
		return newKinds(p.env)
	case partRequirements:
		return newRequirements(p.env)
	case partHolidays:
		return newHolidays(p.env)
	}
	return newMine(p.env)
}
