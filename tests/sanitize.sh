#!/usr/bin/env bash
# The tests under AddressSanitizer and UBSan, in a build of their own; after tests/run.sh, which installs what is needed.
set -euo pipefail
cd "$(dirname "$0")/.."
cmake -S . -B build-asan -G Ninja -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS=-O1 -DENTENTE_SANITIZE=ON >build-asan.log 2>&1
ninja -C build-asan --quiet
ctest --test-dir build-asan --output-on-failure -j "$(nproc)" -E "^(stores|install)\\."
