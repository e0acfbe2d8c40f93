# Shared by the scripts beside it; sourced, never run.
# Every script starts in the root of the repository, so that relative paths mean the same everywhere.
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# Images of Python for containers often switch its bytecode off. Without it every process compiles all it imports anew:
# 3.8 s of processor time instead of 1.7 to set the application up, 13.6 instead of 5.4 to collect the tests.
unset PYTHONDONTWRITEBYTECODE

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$*"
  exit 1
}

# Installs Debian packages when this is allowed, else says what to type. The list of packages is read once per script.
debian_install() {
  if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    say "Needed and not on this machine: $*. Please run:  sudo apt-get install $*"
    return 1
  fi
  say "Installing from Debian: $*"
  if [[ -z ${debian_lists_read:-} ]]; then
    apt-get update -qq -o DPkg::Lock::Timeout=300 >&2 || say "The list of Debian packages could not be refreshed; using the one that is here."
    debian_lists_read=yes
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" >/dev/null
}
