// Files that hold no readable article: each is one diagnostic that says what and where.
#include <sys/stat.h>
#include <unistd.h>

#include "helpers.hpp"

using namespace entente;

namespace {

// The only diagnostic of reading a file that yields no article.
Diagnostic refusal(const std::string& path) {
  const ReadResult result = read_path(path);
  CHECK(result.articles.empty());
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].file == path);
  CHECK(result.diagnostics[0].severity == Severity::error);
  return result.diagnostics[0];
}

}  // namespace

TEST_CASE("a file that is not there", "[read]") {
  CHECK(refusal("/nonexistent/article.txt").code == "file-not-found");
  Diagnostics diagnostics;
  read_source(
      {"/nonexistent/article.txt", SourceFormat::text, "article"}, {}, [](Article&&) { FAIL("an article of nothing"); },
      diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "file-not-found");
}

TEST_CASE("empty files and files of white space", "[read]") {
  const TemporaryFolder folder;
  for (const char* name : {"empty.txt", "empty.html", "empty.jsonl", "empty.json"})
    CHECK(refusal(folder.write(name, "")).code == "empty-file");
  for (const char* name : {"white.txt", "white.jsonl", "white.json"})
    CHECK(refusal(folder.write(name, " \n\t\xC2\xA0\r\n")).code == "empty-file");
  CHECK(refusal(folder.write("white.html", " \n \n")).code == "no-text");
}

TEST_CASE("binary files", "[read]") {
  const TemporaryFolder folder;
  const Diagnostic nul = refusal(folder.write("nul.txt", std::string("text\0text", 9)));
  CHECK(nul.code == "binary-file");
  CHECK(nul.message.find("offset 4") != std::string::npos);
  const Diagnostic pdf = refusal(folder.write("report.txt", "%PDF-1.4 and so on"));
  CHECK(pdf.code == "binary-file");
  CHECK(pdf.message.find("PDF") != std::string::npos);
  CHECK(refusal(folder.write("picture.html", "\x89PNG\r\n\x1A\n")).code == "binary-file");
  const Diagnostic utf16 = refusal(folder.write("utf16.txt", std::string_view("\xFF\xFEH\0i\0", 6)));
  CHECK(utf16.message.find("UTF-16") != std::string::npos);
}

TEST_CASE("invalid UTF-8 is refused with its place", "[read]") {
  const TemporaryFolder folder;
  const Diagnostic diagnostic = refusal(folder.write("latin.txt",
                                                     "The first line.\nThe prime minister of Espa\xF1"
                                                     "a spoke.\n"));
  CHECK(diagnostic.code == "invalid-utf8");
  CHECK(diagnostic.line == 2);
  CHECK(diagnostic.message.find("byte 42") != std::string::npos);
}

TEST_CASE("files that are too large", "[read]") {
  const TemporaryFolder folder;
  ReadOptions options;
  options.max_file_bytes = 100;
  const ReadResult result = read_path(folder.write("long.txt", std::string(101, 'x')), options);
  CHECK(result.articles.empty());
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "file-too-large");
}

TEST_CASE("a file that may not be read", "[read]") {
  const TemporaryFolder folder;
  const std::string file = folder.write("secret.txt", "The ministers met in Vienna on Monday.\n");
  ::chmod(file.c_str(), 0);
  if (::access(file.c_str(), R_OK) == 0) {  // root reads everything
    CHECK(read_path(file).articles.size() == 1);
    return;
  }
  CHECK(refusal(file).code == "permission-denied");
}

TEST_CASE("pipes and devices are refused, not waited for", "[read]") {
  const TemporaryFolder folder;
  const std::string pipe = (folder.path / "pipe.txt").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(refusal(pipe).code == "not-a-file");
  CHECK(refusal("/dev/zero").code == "not-a-file");
  Diagnostics diagnostics;
  for (const SourceFormat format : {SourceFormat::text, SourceFormat::html, SourceFormat::record})
    read_source(
        {pipe, format, "pipe"}, {}, [](Article&&) { FAIL("an article of nothing"); }, diagnostics);
  REQUIRE(diagnostics.size() == 3);
  for (const Diagnostic& diagnostic : diagnostics) CHECK(diagnostic.code == "not-a-file");
}

TEST_CASE("a byte order mark and CR LF stay in the text", "[read]") {
  const TemporaryFolder folder;
  const std::string content =
      "\xEF\xBB\xBFTalks Resume in Geneva\r\n\r\nThe two delegations met again on Monday, officials said.\r\n";
  const ReadResult result = read_path(folder.write("bom.txt", content));
  REQUIRE(result.articles.size() == 1);
  CHECK(result.diagnostics.empty());
  CHECK(result.articles[0].text == content);
  CHECK(result.articles[0].id == "bom");
  CHECK(blocks_of(result.articles[0]) ==
        std::vector<std::string>{"title: Talks Resume in Geneva",
                                 "paragraph: The two delegations met again on Monday, officials said."});
}
