# shellcheck shell=bash
# Rover: the program that ROVER names, else the one that `npm ci --prefix .github/rover` installed, else npm's of the same version.
rover() {
  local installed
  installed="$(dirname "${BASH_SOURCE[0]}")/node_modules/@apollo/rover-linux-x64/rover"
  if [ -n "${ROVER:-}" ]; then
    "$ROVER" "$@"
  elif [ -x "$installed" ]; then
    "$installed" "$@"
  else
    npx --yes @apollo/rover@0.41.0 "$@"
  fi
}
