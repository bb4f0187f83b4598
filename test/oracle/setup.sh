#!/usr/bin/env bash
# Brings the judges that the tests ask, each only where it is missing:
#   poppler, qpdf   from apt, with the libraries that Chromium loads
#   Anki            the real core, in a virtual environment in .cache/anki
#   older Anki      cores of test/oracle/anki/older-cores.txt, only with CARDPRESS_FULL, in .cache/anki-<version>
#   veraPDF         the PDF/UA validator, its jars in .cache/verapdf
# Run it again at any time: what is there and of the wanted version is left alone.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
cache=$PWD/.cache
packages=(poppler-utils qpdf libnss3 libnspr4 libexpat1)
mkdir -p "$cache"

missing_packages() {
  local name
  for name in "${packages[@]}"; do
    dpkg-query -W -f='${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || echo "$name"
  done
  # Debian's own Python comes without what makes virtual environments.
  python3 -c 'import ensurepip' 2>/dev/null || echo python3-venv
}

# A mirror that hiccups once must not turn a whole run red.
retry() {
  local attempt
  for attempt in 1 2 3; do
    "$@" && return 0
    echo "attempt $attempt failed: $*" >&2
    sleep $((attempt * 5))
  done
  return 1
}

install_packages() {
  if ! command -v apt-get >/dev/null; then
    echo "No apt-get here; install by hand: poppler (pdfinfo, pdftotext), qpdf" >&2
    command -v pdfinfo >/dev/null && command -v qpdf >/dev/null
    return
  fi
  local missing
  mapfile -t missing < <(missing_packages)
  [ ${#missing[@]} -eq 0 ] && return 0
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo -n)
  export DEBIAN_FRONTEND=noninteractive
  retry "${root[@]}" apt-get update -qq
  retry "${root[@]}" apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "${missing[@]}"
}

install_anki() {
  local wanted=test/oracle/anki/requirements.txt
  cmp -s "$wanted" "$cache/anki/requirements.txt" && return 0
  rm -rf "$cache/anki"
  python3 -m venv "$cache/anki" || return 1
  retry "$cache/anki/bin/pip" install --quiet --disable-pip-version-check -r "$wanted" || return 1
  cp "$wanted" "$cache/anki/requirements.txt" # Last, so that a broken install is tried again.
}

# Their Python code asks for pkg_resources, which newer setuptools lack.
install_older_cores() {
  [ -n "${CARDPRESS_FULL:-}" ] || return 0
  local version
  while read -r version; do
    [ -e "$cache/anki-$version/installed" ] && continue
    python3 -m venv "$cache/anki-$version" || return 1
    retry "$cache/anki-$version/bin/pip" install --quiet --disable-pip-version-check "anki==$version" 'setuptools<70' || return 1
    touch "$cache/anki-$version/installed"
  done <test/oracle/anki/older-cores.txt
}

install_verapdf() {
  local wanted=test/oracle/verapdf/pom.xml
  cmp -s "$wanted" "$cache/verapdf/pom.xml" && return 0
  rm -rf "$cache/verapdf"
  retry mvn -q -B -ntp -f "$wanted" dependency:copy-dependencies -DoutputDirectory="$cache/verapdf" || return 1
  cp "$wanted" "$cache/verapdf/pom.xml"
}

# install NAME: one judge, its words kept for when it fails.
install() {
  "install_$1" >"$cache/setup-$1.log" 2>&1 </dev/null && return 0
  echo "Could not install $1:" >&2
  tail -n 20 "$cache/setup-$1.log" >&2
  return 1
}

install verapdf &
verapdf=$!
install packages
status=$?
install anki || status=1
install older_cores || status=1
wait "$verapdf" || status=1
exit $status
