#!/usr/bin/env bash
# usage: install.sh BUILD_DIR SOURCE_DIR CXX_FLAGS
set -euo pipefail
build=$1 source=$2 flags=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "failed: $*" >&2; exit 1; }

cmake --install "$build" --prefix "$work/usr" >/dev/null
export PATH=$work/usr/bin:$PATH
cd "$work"
entente --version | grep -q entente || fail "the installed command does not run"
entente check >check.out || { cat check.out; fail "the installed data are not well-formed"; }
grep -rqF "$source" "$work/usr/share" "$work/usr/lib" && fail "the installed data name the source tree"

cmake -S "$source/examples" -B examples -G Ninja -DCMAKE_PREFIX_PATH="$work/usr" -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS="$flags" >cmake.out ||
  { cat cmake.out; fail "find_package(entente) fails"; }
cmake --build examples --target 01_claims >build.out || { cat build.out; fail "an example does not build"; }
echo 'NATO Secretary General Jens Stoltenberg met French President Emmanuel Macron in Paris on 21 May 2021.' | examples/01_claims >claims.out
grep -q '^Role person=Jens Stoltenberg' claims.out || { cat claims.out; fail "the example finds no role"; }
