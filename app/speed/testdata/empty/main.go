package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

func main() {
	a := app.NewWithID("kz.saya.empty")
	w := a.NewWindow("empty")
	w.Resize(fyne.NewSize(1280, 820))
	w.CenterOnScreen()
	w.ShowAndRun()
}
