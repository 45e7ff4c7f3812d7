#!/usr/bin/env bash
# Sends what schemathesis makes up for each operation of /api/kith/openapi.json to a community of its own on the loopback
# network: the server may not fail, and each answer has to be as the document says. The only argument is the program.
set -euo pipefail
kith=$(realpath "${1:?usage: tools/schemathesis.sh path/to/kith}")
root=$(realpath -m "${CARGO_TARGET_DIR:-target}/tools/schemathesis")
examples=${SCHEMATHESIS_EXAMPLES:-60}

if [ ! -x "$root/bin/schemathesis" ]; then
  if ! { python3 -m venv "$root" && "$root/bin/pip" install --quiet --disable-pip-version-check 'schemathesis==4.*'; }; then
    rm -rf "$root"
    echo "schemathesis cannot be installed here (it needs Python and pip): nothing was asked" >&2
    exit 0
  fi
fi

folder=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
address="http://127.0.0.1:$port"
server=
clean() {
  [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true
  rm -rf "$folder"
}
trap clean EXIT

password="seven lanterns over elmfield"
"$kith" setup --data "$folder/data" --name Elmfield --admin amina --password-stdin --join open --languages en \
  --base-url "$address" <<<"$password" >/dev/null
for handle in ben cem; do
  "$kith" account create "$handle" --data "$folder/data" --email "$handle@example.org" --password-stdin \
    <<<"$password" >/dev/null
done
token() { "$kith" token create "$1" --data "$folder/data" | tail -n 1; }
amina=$(token amina) ben=$(token ben)
# Whoever makes things up does not wait between two requests.
KITH_RATE_LIMITS=off "$kith" serve --data "$folder/data" --listen "127.0.0.1:$port" --base-url "$address" \
  >"$folder/log" 2>&1 &
server=$!
for _ in $(seq 100); do
  curl --silent --fail --output /dev/null "$address/health/ready" && break
  sleep 0.1
done

# Ids that are there, beside those that are made up: otherwise every answer were "not found".
AMINA=$amina BEN=$ben python3 - "$address" "$folder/document.json" <<'P'
import json, os, sys, urllib.request

address, out = sys.argv[1:]

def ask(token, method, path, body=None):
    request = urllib.request.Request(address + path, method=method, data=json.dumps(body or {}).encode())
    request.add_header("Authorization", "Bearer " + token)
    request.add_header("Content-Type", "application/json")
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
        return json.load(answer)

amina, ben = os.environ["AMINA"], os.environ["BEN"]
who = lambda handle: ask(amina, "GET", "/api/v1/accounts/lookup?acct=" + handle)["id"]
me, friend, stranger = who("amina"), who("ben"), who("cem")
v1 = "/api/kith/v1"
ask(amina, "PUT", f"{v1}/friend_requests/sent/{friend}")
ask(ben, "POST", f"{v1}/friend_requests/received/{me}/confirm")
circles = [ask(amina, "POST", f"{v1}/circles", {"name": f"Circle {n}"})["id"] for n in range(8)]
for circle in circles:
    ask(amina, "PUT", f"{v1}/circles/{circle}/members/{friend}")
new = lambda kind: {"status": "hello", "audience": {"kind": kind}}
statuses = [ask(amina, "POST", f"{v1}/statuses", new(kind))["id"] for kind in ("world", "friends", "self")]
statuses.append(ask(ben, "POST", f"{v1}/accounts/{me}/wall", new("friends"))["id"])
for status in statuses[:2]:
    ask(ben, "PUT", f"{v1}/statuses/{status}/reaction", {"kind": "care"})
people = [me, friend, stranger]
document = ask(amina, "GET", "/api/kith/openapi.json")
for path, methods in document["paths"].items():
    for operation in methods.values():
        for parameter in operation.get("parameters", []):
            if parameter["in"] != "path":
                continue
            real = people
            if parameter["name"] == "viewer":
                real = ["stranger", "visitor", friend]
            elif parameter["name"] == "id" and "/circles/{id}" in path:
                real = circles
            elif parameter["name"] == "id" and "/statuses/{id}" in path:
                real = statuses
            parameter["schema"] = {"anyOf": [{"enum": real}, parameter["schema"]]}
json.dump(document, open(out, "w"))
P

# What it remembers between runs goes with the folder.
cd "$folder"
"$root/bin/schemathesis" --no-color run "$folder/document.json" --url "$address" --header "Authorization: Bearer $amina" \
  --phases examples,coverage,fuzzing --max-examples "$examples" --request-timeout 20 --seed 1 --continue-on-failure \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance
curl --silent --fail --output /dev/null "$address/health/ready"
