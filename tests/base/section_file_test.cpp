#include "base/section_file.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/identifier.hpp"

using namespace entente;

namespace {

namespace fs = std::filesystem;

constexpr SectionFormat format{"TESTFILE", 3, 2, 0, "test file", "no-file", "bad-file"};

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("entente-sections-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string file(const std::string& name) const { return (path_ / name).string(); }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

}  // namespace

TEST_CASE("sections come back as they were written, on multiples of eight bytes", "[section_file]") {
  const Folder folder;
  const std::string path = folder.file("a");
  REQUIRE(write_sections(path, format, {{"one", "abc"}, {"two", ""}, {"three", std::string("\0x\0y", 4)}}));
  CHECK(folder.files() == 1);
  const Result<SectionFile> file = SectionFile::open(path, format);
  REQUIRE(file);
  CHECK(file->names() == std::vector<std::string>{"one", "three", "two"});
  CHECK(file->section("one") == "abc");
  CHECK(file->section("two").empty());
  CHECK(file->section("three") == std::string("\0x\0y", 4));
  CHECK(file->section("four").empty());
  CHECK(reinterpret_cast<std::uintptr_t>(file->section("three").data()) % 8 == 0);
  const SectionFile copy = SectionFile::hold({{"one", "abc"}});
  CHECK(copy.section("one") == "abc");
}

TEST_CASE("a file can say when it was written", "[section_file]") {
  const Folder folder;
  REQUIRE(write_sections(folder.file("a"), format, {{"one", "abc"}}, std::timespec{1000000000, 500}));
  const Result<SectionFile> file = SectionFile::open(folder.file("a"), format);
  REQUIRE(file);
  CHECK(file->written().tv_sec == 1000000000);
  CHECK(file->written().tv_nsec == 500);
}

TEST_CASE("every changed byte and every cut is noticed", "[section_file]") {
  const Folder folder;
  const std::string path = folder.file("a");
  REQUIRE(write_sections(path, format, {{"one", "abcdefgh"}, {"two", "some more text, to fill a block of the checksum"}}));
  const std::string bytes = bytes_of(path);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0x10);
    write(path, changed);
    const Result<SectionFile> file = SectionFile::open(path, format);
    INFO("byte " << i);
    REQUIRE_FALSE(file);
    CHECK(file.error().code == "bad-file");
    write(path, bytes.substr(0, i));
    REQUIRE_FALSE(SectionFile::open(path, format));
  }
  write(path, bytes + "x");
  CHECK_FALSE(SectionFile::open(path, format));
  write(path, bytes);
  CHECK(SectionFile::open(path, format));
}

TEST_CASE("files of another kind or version, and none, are told apart", "[section_file]") {
  const Folder folder;
  const std::string path = folder.file("a");
  CHECK(SectionFile::open(folder.file("none"), format).error().code == "no-file");
  CHECK(SectionFile::open(folder.file(""), format).error().code == "bad-file");  // a folder
  SectionFormat other = format;
  other.magic = "OTHERONE";
  REQUIRE(write_sections(path, other, {{"one", "abc"}}));
  CHECK(SectionFile::open(path, format).error().message == "this test file cannot be used: it is no Entente test file");
  for (const std::uint32_t version : {1U, 2U, 3U, 4U}) {
    other = format;
    other.version = version;
    REQUIRE(write_sections(path, other, {{"one", "abc"}}));
    const Result<SectionFile> file = SectionFile::open(path, format);
    CHECK(static_cast<bool>(file) == (version == 2 || version == 3));
    if (!file) CHECK(file.error().message.find("another version") != std::string::npos);
  }
}

TEST_CASE("what cannot be written leaves nothing behind and the old file as it was", "[section_file]") {
  const Folder folder;
  CHECK(write_sections(folder.file("no/such/folder"), format, {}).error().code == "not-written");
  fs::create_directories(folder.file("b"));
  CHECK(write_sections(folder.file("b"), format, {{"one", "abc"}}).error().code == "not-written");
  CHECK(folder.files() == 1);
  const std::string path = folder.file("a");
  REQUIRE(write_sections(path, format, {{"one", "abc"}}));
  const Result<SectionFile> old = SectionFile::open(path, format);
  REQUIRE(write_sections(path, format, {{"one", "xyz"}}));
  REQUIRE(old);
  CHECK(old->section("one") == "abc");  // who had it open still reads the old one
  CHECK(SectionFile::open(path, format)->section("one") == "xyz");
}

TEST_CASE("the checksum of blocks depends on every byte and on the length", "[identifier]") {
  std::string text(100, 'a');
  const std::uint64_t whole = block_hash(text);
  CHECK(block_hash(text) == whole);
  for (std::size_t i = 0; i < text.size(); ++i) {
    text[i] = 'b';
    CHECK(block_hash(text) != whole);
    text[i] = 'a';
    CHECK(block_hash(std::string_view(text).substr(0, i)) != whole);
  }
  CHECK(block_hash("") != block_hash(std::string(1, '\0')));
  CHECK(block_hash(std::string(32, '\0')) != block_hash(std::string(64, '\0')));
}
