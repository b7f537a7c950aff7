// Catch2 3 under the name of Catch2 2's single header.
#pragma once

#include <catch2/catch_all.hpp>

using Catch::Approx;
using namespace Catch::Matchers;
