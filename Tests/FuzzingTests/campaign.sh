#!/usr/bin/env bash
# Builds camtay-fuzz and runs targets one after the other, each first on small inputs and then up to
# its size limit. Prints lines for the table in Fuzzing.md; crashers stay under the work folder.
#
#   Tests/FuzzingTests/campaign.sh SECONDS [TARGET...]
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:?seconds for each target}
shift
work=${CAMTAY_FUZZ_FOLDER:-.build/fuzz/work}
program=${CAMTAY_FUZZ_PROGRAM:-}
mkdir -p "$work/crashers"

if [ -z "$program" ]; then
  runtime=$(clang -print-resource-dir)/lib/linux/libclang_rt.fuzzer_no_main-x86_64.a
  CAMTAY_FUZZ=$runtime swift build -c release --scratch-path .build/fuzz --product camtay-fuzz
  program=.build/fuzz/release/camtay-fuzz
fi
[ -d "$work/corpus" ] || "$program" seed "$work/corpus" > /dev/null
commit=$(git rev-parse --short HEAD)

# A crash must end the process: the backtracer would wait for somebody to look.
export SWIFT_BACKTRACE=enable=no

# run TARGET SECONDS LENGTH OPTIONS...
run() {
  local target=$1 time=$2 length=$3 log="$work/$1.log" finding=none
  shift 3
  mkdir -p "$work/corpus/$target"
  nice -n 15 "$program" "$target" -max_total_time="$time" -max_len="$length" -rss_limit_mb=512 \
    -malloc_limit_mb=256 -timeout=10 -print_final_stats=1 -reload=0 "$@" \
    -artifact_prefix="$work/crashers/$target-" "$work/corpus/$target" > "$log" 2>&1 \
    || finding=$(grep -aoE 'Test unit written to .*' "$log" | sed 's|.*/||' | head -1)
  local executions edges
  executions=$(grep -aoE '^#[0-9]+' "$log" | tail -1 | tr -d '#')
  edges=$(grep -aoE 'cov: [0-9]+' "$log" | tail -1 | cut -d' ' -f2)
  echo "| $(date +%F) | $commit | $target | $length | $time | ${executions:-0} | ${edges:-0} | $finding |"
}

while read -r target maximum; do
  if [ $# -gt 0 ] && [[ " $* " != *" $target "* ]]; then continue; fi
  small=$((maximum < 4096 ? maximum : 4096))
  run "$target" $((seconds * 2 / 3)) "$small"
  run "$target" $((seconds / 3)) "$maximum" -len_control=0
done < <("$program" list)
