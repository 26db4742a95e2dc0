# Saya. `make run` opens the program, `make test` runs every check; each does its own set-up.

# no_animations: a blinking cursor paints the whole window fifteen times a second. no_emoji: Fyne's font of them takes
# 5 MB of memory and half of the time of reading fonts, for each style; they come from the system's fonts.
TAGS  := -tags migrated_fynedo,no_animations,no_emoji
BUILD := go build -buildvcs=false $(TAGS)

CACHE             := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)
export SAYA_TOOLS := $(CACHE)/saya/tools
export PATH       := $(PATH):/usr/local/go/bin:$(SAYA_TOOLS)/node_modules/.bin

# What `make screens` draws into build/screens.
LANGS  ?= kk ru en
THEMES ?= light dark

.PHONY: help run build test crash bench soak screens package notice wine-check clean

help:
	@echo 'make run         install what is missing, build, open the window'
	@echo 'make build       the program only: ./saya'
	@echo 'make test        every check that the project has'
	@echo 'make crash       the long form of: does acknowledged work survive a kill and a power cut?'
	@echo 'make bench       measure: start, sections, search, tables, workbooks'
	@echo 'make soak        walk through the real window for an hour: does memory grow?'
	@echo 'make screens     every screen as a picture, into build/screens; the documents take theirs'
	@echo 'make package     Linux and Windows archives, into dist/'
	@echo 'make wine-check  does the Windows program show its window, or say why not? (Wine)'
	@echo 'make notice      write NOTICE anew from the licences of what is linked in'

run: build
	@scripts/display.sh
	@./saya

build:
	@scripts/setup.sh build
	@echo 'building ./saya (the first time takes some minutes)'
	@$(BUILD) -o saya .

test:
	@scripts/setup.sh build $(if $(SAYA_REQUIRE_OFFICE),office) $(if $(SAYA_REQUIRE_WINDOW),window)
	@scripts/test.sh

crash:
	@scripts/setup.sh build
	SAYA_CUT_STATES=$(or $(SAYA_CUT_STATES),1000) SAYA_KILL_ROUNDS=$(or $(SAYA_KILL_ROUNDS),300) \
		go test -p 1 $(TAGS) -count=1 -v -timeout 60m -run '^TestKilled|^TestPowerCut|^TestCutsAre' ./data/vault ./data/store

bench:
	@scripts/setup.sh build bench window
	go test -p 1 $(TAGS) -run '^$$' -bench . -benchmem -timeout 60m ./...

soak:
	@scripts/setup.sh build window
	SAYA_SOAK=$(or $(SAYA_SOAK),1h) go test $(TAGS) -count=1 -v -timeout 90m -run '^TestSoak' ./app/speed

screens: build
	@rm -rf build/sample build/screens
	./saya sample --dir build/sample --seed 1 --until 2026-10-31
	@for lang in $(LANGS); do for theme in $(THEMES); do \
		./saya screens --dir build/sample --lang $$lang --theme $$theme --out build/screens || exit 1; \
	done; done
	@scripts/setup.sh pictures
	@for p in $(notdir $(basename $(wildcard docs/pictures/*.png))); do \
		convert build/screens/$$p-light.png -strip -colors 128 PNG8:docs/pictures/$$p.png || exit 1; \
	done

package:
	@scripts/setup.sh build windows
	@scripts/package.sh

wine-check:
	@scripts/setup.sh build windows window wine
	@scripts/wine-check.sh

notice:
	@scripts/setup.sh build
	@scripts/notice.sh

clean:
	rm -rf saya saya.exe build dist
