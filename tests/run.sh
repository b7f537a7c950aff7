#!/usr/bin/env bash
# Sets up, builds and passes every check: format, lint, tests, and the tests once more under AddressSanitizer and UBSan.
# Needs no options; Debian 12 or Ubuntu 24.04, as root or with sudo.
set -euo pipefail
cd "$(dirname "$0")/.."
./setup.sh test

echo "== format"
find include src tests examples -name '*.hpp' -o -name '*.cpp' | sort | xargs clang-format-14 --dry-run --Werror

echo "== clang-tidy"
find src -name '*.cpp' | sort | xargs -P "$(nproc)" -n 4 clang-tidy-14 -p build-test --quiet --extra-arg=-Wno-unknown-warning-option 2>/dev/null

echo "== tests"
ctest --test-dir build-test --output-on-failure -j "$(nproc)"

echo "== tests under sanitizers"
tests/sanitize.sh
