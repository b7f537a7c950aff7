#!/usr/bin/env bash
# Sets up, builds and passes every check: format, lint, the tests under AddressSanitizer and UBSan, the tests.
# Needs no options; Debian 12 or Ubuntu 24.04, as root or with sudo.
set -euo pipefail
cd "$(dirname "$0")/.."
./setup.sh test

echo "== format"
find include src tests examples -name '*.hpp' -o -name '*.cpp' | sort | xargs clang-format-14 --dry-run --Werror

echo "== clang-tidy"
find src -name '*.cpp' | sort | xargs -P "$(nproc)" -n 4 clang-tidy-14 -p build-test --quiet 2>/dev/null

echo "== tests under AddressSanitizer and UBSan"
cmake -S . -B build-asan -G Ninja -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS=-O1 -DENTENTE_SANITIZE=ON >build-asan.log 2>&1
ninja -C build-asan --quiet
ctest --test-dir build-asan --output-on-failure -j "$(nproc)" -E "^(stores|install)\\." --no-tests=error | tail -n 12

echo "== tests"
ctest --test-dir build-test --output-on-failure -j "$(nproc)"
