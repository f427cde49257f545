#!/bin/sh
# What the machine itself must have and no package index of a language brings:
#   requirements/system.sh python [COMMAND] | chromium | java | npm | thai ...
# Says nothing when it is there; installs it with apt-get where it can; else says what to do.
set -eu

have() { command -v "$1" >/dev/null 2>&1; }

fail() {
    echo "$1" >&2
    exit 3
}

# apt PACKAGE HINT
apt() {
    have apt-get || fail "$1 is missing: $2"
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif have sudo && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        fail "$1 is missing, and only root may install it here: $2"
    fi
    echo "installing $1 with apt-get" >&2
    log=$(mktemp)
    if ! { $as_root apt-get update && DEBIAN_FRONTEND=noninteractive $as_root apt-get install --yes --no-install-recommends "$1"; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        fail "$1 could not be installed: $2"
    fi
    rm -f "$log"
}

need_chromium() {
    if [ -n "${CHROMIUM:-}" ]; then
        have "$CHROMIUM" || fail "CHROMIUM=$CHROMIUM cannot be run"
        return
    fi
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        have "$name" && return
    done
    apt chromium "install chromium with your package manager or set CHROMIUM=/path"
}

need_java() {
    have java || apt default-jre-headless "install a Java runtime (11 or newer) with your package manager"
}

need_npm() {
    have npm || apt npm "install Node.js and npm with your package manager"
}

# A Thai locale, or what the tests make one of.
need_thai() {
    locale -a 2>/dev/null | grep -qi '^th_TH\.utf-\?8$' || [ -e /usr/share/i18n/locales/th_TH ] ||
        apt locales "install the locale th_TH.UTF-8, or its source"
}

# need_python COMMAND
need_python() {
    have "$1" || apt python3-venv "install Python 3.11 or newer, or set PYTHON=/path"
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "$1 is $("$1" -V 2>&1); sitegen needs Python 3.11 or newer: set PYTHON=/path"
    "$1" -c 'import ensurepip, venv' 2>/dev/null ||
        apt python3-venv "install the venv module of $1"
}

while [ $# -gt 0 ]; do
    case $1 in
        python)
            need_python "${2:-python3}"
            [ $# -lt 2 ] || shift
            ;;
        chromium | java | npm | thai) "need_$1" ;;
        *) fail "system.sh knows no $1" ;;
    esac
    shift
done
