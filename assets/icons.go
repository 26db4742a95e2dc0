package assets

import (
	"embed"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

//go:embed icons/*.svg icons/app.png
var iconFiles embed.FS

// AppIcon is the picture of the program itself, for windows and task bars.
func AppIcon() fyne.Resource {
	content, err := iconFiles.ReadFile("icons/app.png")
	if err != nil {
		return theme.BrokenImageIcon()
	}
	return fyne.NewStaticResource("saya.png", content)
}

// IconName names a picture of the one family the program draws with
// (Phosphor regular, MIT, assets/icons/LICENSE): icons/<name>.svg.
type IconName string

// The icons there are, by what they mean in the program.
const (
	IconApplications  IconName = "applications"
	IconBack          IconName = "back"
	IconBan           IconName = "ban"
	IconCalendar      IconName = "calendar"
	IconCheck         IconName = "check"
	IconClose         IconName = "close"
	IconContributions IconName = "contributions"
	IconCopy          IconName = "copy"
	IconCut           IconName = "cut"
	IconDark          IconName = "dark"
	IconDelete        IconName = "delete"
	IconDone          IconName = "done"
	IconDown          IconName = "down"
	IconEdit          IconName = "edit"
	IconError         IconName = "error"
	IconEvents        IconName = "events"
	IconExport        IconName = "export"
	IconFile          IconName = "file"
	IconFolder        IconName = "folder"
	IconFolderOpen    IconName = "folder-open"
	IconForward       IconName = "forward"
	IconGift          IconName = "gift"
	IconGroups        IconName = "groups"
	IconHelp          IconName = "help"
	IconHide          IconName = "hide"
	IconHistory       IconName = "history"
	IconHome          IconName = "home"
	IconHours         IconName = "hours"
	IconImport        IconName = "import"
	IconInfo          IconName = "info"
	IconLanguage      IconName = "language"
	IconLeft          IconName = "left"
	IconLight         IconName = "light"
	IconLock          IconName = "lock"
	IconMenu          IconName = "menu"
	IconMinus         IconName = "minus"
	IconMore          IconName = "more"
	IconNote          IconName = "note"
	IconOpen          IconName = "open"
	IconPaste         IconName = "paste"
	IconPerson        IconName = "person"
	IconPlus          IconName = "plus"
	IconProjects      IconName = "projects"
	IconRedo          IconName = "redo"
	IconRefresh       IconName = "refresh"
	IconReports       IconName = "reports"
	IconRight         IconName = "right"
	IconSave          IconName = "save"
	IconSearch        IconName = "search"
	IconSettings      IconName = "settings"
	IconSheet         IconName = "sheet"
	IconShelter       IconName = "shelter"
	IconShow          IconName = "show"
	IconSortDown      IconName = "sort-down"
	IconSortUp        IconName = "sort-up"
	IconUnlock        IconName = "unlock"
	IconUndo          IconName = "undo"
	IconUp            IconName = "up"
	IconVenues        IconName = "venues"
	IconVolunteers    IconName = "volunteers"
	IconWarning       IconName = "warning"
)

// Icon returns the picture in the colour of text; it follows the theme. A name
// that has no file gives the theme's "broken image".
func Icon(name IconName) fyne.Resource {
	return IconIn(name, theme.ColorNameForeground)
}

// IconIn returns the picture in a named colour of the theme and follows it.
func IconIn(name IconName, color fyne.ThemeColorName) fyne.Resource {
	content, err := iconFiles.ReadFile("icons/" + string(name) + ".svg")
	if err != nil {
		return theme.BrokenImageIcon()
	}
	return theme.NewColoredResource(fyne.NewStaticResource("saya-"+string(name)+".svg", content), color)
}
