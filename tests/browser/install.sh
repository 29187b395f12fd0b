#!/bin/sh
# Make sure that a Chromium is there for the browser tests; costs nothing when it is.
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
asroot=""
[ "$(id -u)" = 0 ] || asroot="sudo -n"
if command -v apt-get >/dev/null 2>&1 && $asroot true 2>/dev/null; then
  echo "installing the system package chromium"
  { $asroot apt-get update -qq && $asroot env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } && exit 0
fi
echo "The browser tests need Chromium. Please install the package 'chromium' (Debian, Ubuntu: apt-get install chromium;" >&2
echo "Fedora: dnf install chromium; macOS: brew install --cask chromium) and run 'make test' again." >&2
exit 1
