package list

import "fyne.io/fyne/v2"

// panelWidth is how wide the card or editor beside the list is; a narrow window leaves the list at least as much.
const panelWidth float32 = 404

// splitLayout gives the first object what the second leaves; an empty second one takes nothing.
type splitLayout struct{}

func (splitLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	list, panel := objects[0], objects[1].(*fyne.Container)
	width := float32(0)
	if len(panel.Objects) > 0 {
		width = min(max(panelWidth, panel.MinSize().Width), size.Width)
	}
	list.Resize(fyne.NewSize(size.Width-width, size.Height))
	panel.Move(fyne.NewPos(size.Width-width, 0))
	panel.Resize(fyne.NewSize(width, size.Height))
}

func (splitLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(panelWidth, objects[0].MinSize().Height)
}
