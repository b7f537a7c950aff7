#!/usr/bin/env bash
# Installs what Entente needs on Debian 12 or Ubuntu 24.04, as root or with sudo, and builds it.
#
# usage: ./setup.sh [build|test]     build: the command (default); test: also what the tests and checks use
#
# Without network, or on other systems, install the packages named below by hand and call cmake yourself.
set -euo pipefail
cd "$(dirname "$0")"
what=${1:-build}

packages=(g++ cmake ninja-build pkg-config libserd-dev libsord-dev libboost-dev nlohmann-json3-dev libcli11-dev
          libgumbo-dev zlib1g-dev libbz2-dev nodejs npm ca-certificates)
test_packages=(catch2 clang-format-14 clang-tidy-14 default-jre-headless maven)
[[ $what == test ]] && packages+=("${test_packages[@]}")

missing=()
for package in "${packages[@]}"; do
  # A machine may bring its own node and npm.
  case $package in nodejs) command -v node >/dev/null && continue ;; npm) command -v npm >/dev/null && continue ;; esac
  [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
done
if ((${#missing[@]})); then
  sudo=()
  ((EUID == 0)) || sudo=(sudo)
  echo "installing: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  "${sudo[@]}" apt-get update -qq
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

omit=(--omit=dev)
[[ $what == test ]] && omit=()
[[ -d node_modules/oxigraph && ( $what != test || -d node_modules/shacl-engine ) ]] ||
  npm ci --silent --no-audit --no-fund "${omit[@]}"

# The tests are built as developers build: quickly, and with warnings as errors.
options=(-DCMAKE_BUILD_TYPE=Release -DENTENTE_TESTS=OFF)
[[ $what == test ]] && options=(-DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS=-O1 -DENTENTE_TESTS=ON -DENTENTE_WERROR=ON)
folder=build
[[ $what == test ]] && folder=build-test
cmake -S . -B "$folder" -G Ninja "${options[@]}" >"$folder.log" 2>&1 || { cat "$folder.log" >&2; exit 1; }
ninja -C "$folder" --quiet
