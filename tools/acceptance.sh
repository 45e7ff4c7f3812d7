#!/usr/bin/env bash
# Clients and checkers that were not written here, against a fresh server of ours: `tools/acceptance.sh PROGRAM [SUITE…]`.
# They stand outside this repository, in the folder KITH_ACCEPTANCE (a README there says what each one is); where it is
# not there, that is said and nothing is run. `fuzz` is the made-up requests of `openapi`. Every suite runs; the answer
# is bad if one of them failed something.
set -euo pipefail

program=$(realpath "$1")
shift
suites=("$@")
[ ${#suites[@]} -gt 0 ] || suites=(toot megalodon entities openapi fuzz naughty html axe slow)
folder=${KITH_ACCEPTANCE:-$(dirname "$0")/../../shared/acceptance}
if [ ! -d "$folder" ]; then
    echo "Acceptance suites were not run: $folder is not there (KITH_ACCEPTANCE)." >&2
    exit 0
fi
folder=$(realpath "$folder")

work=$(mktemp -d)
port=${KITH_ACCEPTANCE_PORT:-3000}
export BASE_URL=http://127.0.0.1:$port KITH=$program DATA=$work/data
export ACCEPT_PROVISION=$folder/provision-kith.sh ACCEPT_CACHE=${ACCEPT_CACHE:-$work/cache}
printf 'a pass phrase for one run\n' |
    "$program" setup --data "$DATA" --name Elmfield --admin olga --join open --password-stdin
KITH_RATE_LIMITS=off "$program" serve --data "$DATA" --listen "127.0.0.1:$port" --base-url "$BASE_URL" >"$work/serve.log" 2>&1 &
server=$!
trap 'kill $server; wait $server || true; rm -rf "$work"' EXIT
until curl --silent --fail --output /dev/null "$BASE_URL/health/ready"; do
    kill -0 $server
    sleep 0.2
done

bad=0
for suite in "${suites[@]}"; do
    export OUT=$work/$suite
    mkdir -p "$OUT"
    case $suite in
        fuzz) FUZZ=1 bash "$folder/run-openapi.sh" || bad=1 ;;
        *) bash "$folder/run-$suite.sh" || bad=1 ;;
    esac
done
exit $bad
