// Compressed files: whole, of several parts, cut, damaged.
#include "import/bytes.hpp"

#include <bzlib.h>
#include <zlib.h>

#include "import/lines.hpp"
#include "import/scratch.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::string gzip(const std::string& text) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, text.size()) + 64, '\0');
  std::string in = text;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string bzip2(const std::string& text) {
  std::string out(text.size() * 2 + 1000, '\0');
  std::string in = text;
  auto size = static_cast<unsigned>(out.size());
  REQUIRE(BZ2_bzBuffToBuffCompress(out.data(), &size, in.data(), static_cast<unsigned>(in.size()), 9, 0, 0) == BZ_OK);
  out.resize(size);
  return out;
}

// All bytes, and the code of the error at the end.
std::pair<std::string, std::string> content(const std::string& file, std::size_t step = 7001) {
  auto source = open_bytes(file);
  REQUIRE(source);
  std::pair<std::string, std::string> out;
  std::string buffer(step, '\0');
  for (;;) {
    const auto got = source.value()->read(buffer.data(), buffer.size());
    if (!got) out.second = got.error().code;
    if (!got || got.value() == 0) return out;
    out.first.append(buffer, 0, got.value());
  }
}

std::string long_text() {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "line " + std::to_string(i * 7919 % 100003) + "\n";
  return text;
}

}  // namespace

TEST_CASE("plain and compressed files are told apart by their bytes") {
  const World world("<state/a> a ent:State ; rdfs:label \"A\" .\n");
  const std::string text = long_text();
  const std::string file = world.folder() + "/file";
  for (const std::string& bytes : {text, gzip(text), bzip2(text), gzip(text.substr(0, 5000)) + gzip(text.substr(5000)),
                                   bzip2(text.substr(0, 5000)) + bzip2(text.substr(5000)), gzip(text) + std::string(512, '\0')}) {
    world.write("file", bytes);
    for (const std::size_t step : {std::size_t{1} << 20, std::size_t{7001}}) {
      const auto [content_read, error] = content(file, step);
      CHECK(content_read == text);
      CHECK(error.empty());
    }
    auto source = open_bytes(file);
    CHECK(source.value()->skip(100000).value());
    std::string next(10, '\0');
    CHECK(source.value()->read(next.data(), 10).value() == 10);
    CHECK(next == text.substr(100000, 10));
    CHECK_FALSE(source.value()->skip(text.size()).value());
  }
  for (const std::string& nothing : {std::string{}, gzip(""), bzip2("")}) {
    world.write("file", nothing);
    CHECK(content(file) == std::pair<std::string, std::string>{});
  }
}

TEST_CASE("of a file that is cut or damaged, what precedes is read") {
  const World world("<state/a> a ent:State ; rdfs:label \"A\" .\n");
  const std::string text = long_text();
  const std::string file = world.folder() + "/file";
  for (const auto compress : {gzip, bzip2}) {
    const std::string whole = compress(text);
    for (const std::size_t size : {whole.size() - 1, whole.size() / 2, std::size_t{5}}) {
      world.write("file", whole.substr(0, size));
      const auto [content_read, error] = content(file);
      CHECK(error == "truncated-input");
      CHECK(content_read == text.substr(0, content_read.size()));
      if (size == whole.size() - 1) CHECK(content_read.size() + 300 > text.size());
    }
    // A second part that is cut.
    world.write("file", whole + whole.substr(0, whole.size() / 2));
    CHECK(content(file).second == "truncated-input");
    CHECK(content(file).first.size() >= text.size());
    std::string damaged = whole;
    for (std::size_t i = damaged.size() / 2; i < damaged.size() / 2 + 20; ++i) damaged[i] = static_cast<char>(~damaged[i]);
    world.write("file", damaged);
    CHECK(content(file).second == "bad-compression");
    world.write("file", whole + "garbage");
    CHECK(content(file).second == "bad-compression");
  }
}

TEST_CASE("compressed dumps give what the plain one gives, and say where they break off") {
  const std::string text = read_all(data + "dump.json");
  const std::string expected = read_all(data + "expected/dump.ttl");
  Import import;
  for (const std::string& bytes : {gzip(text), bzip2(text), gzip(text.substr(0, 20000)) + gzip(text.substr(20000)),
                                   bzip2(text.substr(0, 9)) + bzip2(text.substr(9))}) {
    import.options.resume = false;
    CHECK(import.dump(import.file("dump", bytes)).complete);
    CHECK(import.output() == expected);
  }
  // First the truncated file, then the whole one.
  const std::string whole = gzip(text);
  import.options.resume = false;
  const ImportSummary first = import.dump(import.file("dump", whole.substr(0, whole.size() / 2)));
  CHECK_FALSE(first.complete);
  CHECK(first.entities > 3);
  CHECK(import.diagnostics.back().code == "truncated-input");
  CHECK(import.diagnostics.back().line == first.lines + 1);
  import.options.resume = true;
  CHECK(import.dump(import.file("dump", whole)).complete);
  CHECK(import.output() == expected);
}

TEST_CASE("lines of all lengths") {
  const World world("<state/a> a ent:State ; rdfs:label \"A\" .\n");
  const std::string file = world.folder() + "/file";
  const std::string three = std::string(3'000'000, 'x');
  world.write("file", "a\n\n" + three + "\nb");
  auto source = open_bytes(file);
  LineReader lines(*source.value(), "be");
  CHECK(lines.next() == "bea");
  CHECK(lines.bytes() == 4);
  CHECK(lines.next() == "");
  CHECK(lines.next() == three);
  CHECK(lines.next() == "b");
  CHECK_FALSE(lines.next());
  CHECK(lines.bytes() == 2 + 2 + 1 + three.size() + 1 + 1);
  CHECK_FALSE(lines.error());

  world.write("file", "a\n" + std::string(LineReader::longest + (std::size_t{1} << 23), 'x') + "\nb\n");
  auto longer = open_bytes(file);
  LineReader again(*longer.value(), "");
  CHECK(again.next() == "a");
  CHECK(again.next() == "");
  CHECK(again.too_long());
  CHECK(again.next() == "b");
  CHECK_FALSE(again.too_long());
  CHECK_FALSE(again.next());
  CHECK(again.bytes() == std::filesystem::file_size(file));
}
