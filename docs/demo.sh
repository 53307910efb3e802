#!/usr/bin/env bash
# Plays a short reading session in a terminal of 100 by 30, always the same, to be recorded:
#
#   asciinema rec --cols 100 --rows 30 -c docs/demo.sh demo.cast
#
# Needs tmux and an installed `glose` (or GLOSE=target/release/glose). Nothing of the reader's own is
# read or written. PACE is the length of a pause in seconds: PACE=0.1 docs/demo.sh is a quick look.
set -euo pipefail
cd "$(dirname "$0")/.."
glose=${GLOSE:-glose}
pace=${PACE:-1.2}
home=$(mktemp -d)
screen="tmux -L glose-demo-$$"
trap '$screen kill-server 2>/dev/null || true; rm -rf "$home"' EXIT

play() {
  for key in "$@"; do
    sleep "$pace"
    case $key in
      text:*) $screen send-keys -l "${key#text:}" ;;
      *) $screen send-keys "$key" ;;
    esac
  done
}

$screen -f /dev/null new-session -d -x 100 -y 30 \
  "env HOME=$home XDG_CONFIG_HOME=$home XDG_STATE_HOME=$home '$glose'"
$screen set-option status off
{
  play Down Up text:ukraine Enter   # the library: choose an article
  play j j Tab Tab Tab              # paragraphs, and the terms in them
  play Enter Escape                 # everything about one
  play t t                          # the translation, and without it
  play / text:cessez-le-feu Enter   # find, accents or not
  play C-o                          # and back
  play x Tab Tab x                  # test yourself
  play q
} &
if [ -t 1 ]; then TMUX= $screen attach-session; else wait; fi
