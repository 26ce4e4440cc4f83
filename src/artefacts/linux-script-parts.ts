/** The parts of the script for Linux that are the same for everybody. `String.raw`: backslashes are the shell's. */

/** Finds what it needs, asks the service, reads its answers. */
export const HELPERS = String.raw`
root=\${LATCHKEY_ROOT-}
connections=/etc/NetworkManager/system-connections

say() { printf '%s\n' "$*"; }
fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

for tool in curl openssl; do
  command -v "$tool" >/dev/null 2>&1 || fail "This needs $tool: install it and run this again."
done
[ -n "$root" ] || [ "$(id -u)" = 0 ] || fail "Run this as root: sudo sh $0"

# Usage: ask <path> <body> <file with headers>. The answer stands in $answer, its status on the last line.
ask() {
  answer=$(printf '%s' "$2" | curl -sS --max-time 60 -w '\n%{http_code}' -H @"$3" \
    -H 'Content-Type: application/json' --data-binary @- "$base$1") || fail 'The service cannot be reached.'
  case $(printf '%s' "$answer" | tail -n 1) in
    2??) ;;
    *) fail "The service said no. $(field title). $(field detail)" ;;
  esac
}

# Usage: field <name>. The text of a name in the answer, if it has no quotes in it.
field() { printf '%s\n' "$answer" | sed -n 's/.*"'"$1"'": *"\([^"\]*\)".*/\1/p'; }

# What may stand between quotes in JSON, of a word that the computer says of itself.
plain() { printf '%s' "$*" | tr -cd 'A-Za-z0-9 ._-' | cut -c 1-60; }
`.replaceAll('\\$', '$')

/** What is done, in order; a second run goes on where the first one ended. */
export const STEPS = String.raw`
# Once for a device: what another one left here has ended.
redeem() {
  if [ "$(cat "$root$place/device" 2>/dev/null)" != "$device" ]; then
    rm -f "$root$place/holder" "$root$place/credential" "$root$place/device.pem" "$root$place/wants-certificate"
    printf '%s\n' "$device" > "$root$place/device"
  fi
  [ ! -s "$root$place/credential" ] || return 0
  [ -s "$root$place/holder" ] || printf 'Idempotency-Key: %s\n' "$(openssl rand -hex 24)" > "$root$place/holder"
  name=$(plain "$(uname -n)")
  version=$(plain "$(uname -sr)")
  facts='"platform":"linux","name":"'$name'","os_version":"'$version'"'
  ask /device/v1/redeem '{"ticket":"'"$ticket"'","device":{'"$facts"'}}' "$root$place/holder"
  token=$(field token)
  [ -n "$token" ] || fail 'The service answered something else than expected.'
  printf '%s\n' "$base" > "$root$place/base"
  printf 'Authorization: Bearer %s\n' "$token" > "$root$place/credential"
}

trust_authorities() {
  for pem in "$root$place"/authority-*.pem; do
    [ -f "$pem" ] || continue
    anchor=latchkey-$(basename "$place")-$(basename "$pem" .pem).crt
    if [ -d "$root/usr/local/share/ca-certificates" ]; then
      install -m 644 "$pem" "$root/usr/local/share/ca-certificates/$anchor"
    elif [ -d "$root/etc/pki/ca-trust/source/anchors" ]; then
      install -m 644 "$pem" "$root/etc/pki/ca-trust/source/anchors/$anchor"
    fi
  done
  [ -z "$root" ] || return 0
  if command -v update-ca-certificates >/dev/null 2>&1; then
    update-ca-certificates >/dev/null
  elif command -v update-ca-trust >/dev/null 2>&1; then
    update-ca-trust
  fi
}

# A report each hour where systemd keeps time; elsewhere it is for a crontab.
report_hourly() {
  [ -z "$root" ] || return 0
  unit=latchkey-$(basename "$place")
  if [ ! -d /run/systemd/system ]; then
    say "So that it stays active, run each hour: sh $place/check-in"
    return 0
  fi
  printf '[Service]\nType=oneshot\nExecStart=/bin/sh %s/check-in\n' "$place" \
    > "/etc/systemd/system/$unit.service"
  printf '[Timer]\nOnBootSec=2min\nOnUnitActiveSec=1h\nRandomizedDelaySec=5min\n[Install]\nWantedBy=timers.target\n' \
    > "/etc/systemd/system/$unit.timer"
  systemctl daemon-reload
  systemctl enable --now "$unit.timer" >/dev/null 2>&1
}

mkdir -p "$root$place" "$root$connections"
redeem
say "Connected to $organisation."
write_files
if [ -n "$identity" ]; then
  touch "$root$place/wants-certificate"
fi
LATCHKEY_ROOT="$root" sh "$root$place/check-in" "$place" || fail 'It did not work. Run this again.'
[ -z "$identity" ] || say 'This computer has a certificate of its own.'
trust_authorities
if [ -z "$root" ] && command -v nmcli >/dev/null 2>&1; then
  nmcli connection reload
fi
report_hourly
[ -z "$left" ] || say "Not set by this script: $left. Your setup page says more."
say "This computer ($device) is set up. Delete this script: it carries secrets."
`.replaceAll('\\$', '$')

/**
 * What is run once at the end and then each hour: has the device's key certified when there is no certificate or it
 * ends within 30 days, then reports. Knows everything from the files beside it.
 */
export const CHECK_IN = String.raw`#!/bin/sh
# Reports to the service, and renews this computer's certificate in time.
set -eu
umask 077
place=\${LATCHKEY_ROOT-}$(if [ $# -gt 0 ]; then printf '%s' "$1"; else dirname "$0"; fi)
base=$(cat "$place/base")
month=2592000

# Usage: post <path> <body>. Prints the answer; fails where the service says no.
post() {
  reply=$(printf '%s' "$2" | curl -sS --max-time 60 -w '\n%{http_code}' -H @"$place/credential" \
    -H 'Content-Type: application/json' --data-binary @- "$base$1") || return 1
  case $(printf '%s' "$reply" | tail -n 1) in
    2??) printf '%s\n' "$reply" ;;
    *)
      printf '%s\n' "$reply" >&2
      return 1
      ;;
  esac
}

if [ -e "$place/wants-certificate" ]; then
  [ -s "$place/device.key" ] ||
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$place/device.key"
  if ! openssl x509 -checkend "$month" -noout -in "$place/device.pem" >/dev/null 2>&1; then
    csr=$(openssl req -new -key "$place/device.key" -subj /CN=device -outform DER | openssl base64 -A)
    answer=$(post /device/v1/certificates '{"csr":"'"$csr"'"}')
    printf '%b\n' "$(printf '%s' "$answer" | tr ',' '\n')" |
      sed -n -e 's/.*-----BEGIN/-----BEGIN/' -e 's/\(-----END CERTIFICATE-----\).*/\1/' \
        -e '/^-----BEGIN CERTIFICATE/,/^-----END CERTIFICATE/p' > "$place/device.pem.new"
    openssl x509 -noout -in "$place/device.pem.new"
    mv "$place/device.pem.new" "$place/device.pem"
  fi
fi
post /device/v1/check-in '{}' >/dev/null
`.replaceAll('\\$', '$')
