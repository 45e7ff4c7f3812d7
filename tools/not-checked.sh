#!/usr/bin/env bash
# Says at the end of a run what its parts wrote into $KITH_NOT_CHECKED: what they could not check, and why.
set -euo pipefail
if [ ! -s "${KITH_NOT_CHECKED:?}" ]; then
  echo "Nothing was left out."
  exit 0
fi
samples=$(grep -c '^samples: ' "$KITH_NOT_CHECKED" || true)
if [ "$samples" -gt 0 ]; then
  folder=$(sed -n 's/^samples: //p' "$KITH_NOT_CHECKED" | head -n 1)
  echo "NOT CHECKED: $samples tests found no collection of sample files at $folder (KITH_SAMPLES=DIR names another folder)."
fi
photos=$(grep -c '^photos: ' "$KITH_NOT_CHECKED" || true)
if [ "$photos" -gt 0 ]; then
  echo "NOT CHECKED: $photos tests went without photos: kith-media-worker was not built beside them."
fi
sed -n '/^samples: /!{/^photos: /!s/^/NOT CHECKED: /p}' "$KITH_NOT_CHECKED"
