#!/bin/sh
# Is there a screen to open a window on? Where not: says so, and what can be done without one.
[ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && exit 0
cat >&2 <<'END'

There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open.
The program is built: ./saya. Without a window it can:

  ./saya sample  --dir DIR                                       make an invented centre
  ./saya report  front-office --dir DIR --from 2026-10-01 --to 2026-10-31 --lang ru --out F.xlsx
  ./saya check   --dir DIR                                       look for damage in a centre's files
  ./saya screens --dir DIR --lang kk --theme light --out DIR     draw every screen as a picture

'./saya help' tells more.
END
exit 1
