#!/usr/bin/env bash
# usage: ENTENTE=PROGRAM measure.sh [MEGABYTES]     speed and peak memory of the import
#
# Speed: of a dump of 200 MB, plain, .gz and .bz2, less the time to load the knowledge base (an import of an empty dump);
# by the clock, and by the processor's time, which does not depend on what else the machine does.
# Memory: of a dump of MEGABYTES (default 1000) that is made on the fly and comes through a pipe, and of one of a tenth.
set -euo pipefail
entente=$(realpath "${ENTENTE:?}")
here=$(cd "$(dirname "$0")" && pwd)
megabytes=${1:-1000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Seconds by the clock, and of the processor.
seconds() {
  /usr/bin/time -o time -f '%e %U %S' "$entente" knowledge import "$1" -o made.ttl -q || true
  awk 'END {print $1, $2 + $3}' time
}

python3 "$here/synthesise.py" 200 >dump.json
gzip -k -1 dump.json
bzip2 -k -1 dump.json
printf '[\n]\n' >empty.json
read -r idle idle_cpu < <(seconds empty.json 2>/dev/null)
size=$(stat -c %s dump.json)
for file in dump.json dump.json.gz dump.json.bz2; do
  read -r taken cpu < <(seconds "$file")
  awk -v f="$file" -v s="$size" -v t="$taken" -v i="$idle" -v c="$cpu" -v d="$idle_cpu" \
    'BEGIN {printf "%-14s %6.0f MB/s of JSON by the clock, %6.0f MB/s of processor time\n", f, s / 1e6 / (t - i), s / 1e6 / (c - d)}'
done
for size in $((megabytes / 10)) "$megabytes"; do
  python3 "$here/synthesise.py" "$size" 1000 |
    /usr/bin/time -f "$size MB through a pipe: peak memory %M KB, %e s" "$entente" knowledge import - -o made.ttl -q
done
