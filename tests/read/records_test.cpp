#include "helpers.hpp"

using namespace entente;

namespace {

const char* const good = R"({"id": "%", "text": "The ministers met in Vienna on Monday, officials said."})";

std::string record(const std::string& id) {
  std::string line = good;
  return line.replace(line.find('%'), 1, id) + "\n";
}

std::vector<std::string> ids(const ReadResult& result) {
  std::vector<std::string> found;
  for (const Article& article : result.articles) found.push_back(article.id);
  return found;
}

}  // namespace

TEST_CASE("a record's fields make the article", "[read]") {
  const TemporaryFolder folder;
  const ReadResult result = read_path(folder.write(
      "wire.jsonl",
      R"({"id": "w1", "url": "https://news.example.org/2019/a", "title": "Talks  resume", "publisher": "Example Wire", "published": "2019-05-06T10:00:00Z", "text": "Talks resume\n\nThe two delegations met again, officials said.\n", "rank": 3})"));
  REQUIRE(result.articles.size() == 1);
  CHECK(result.diagnostics.empty());
  const Article& article = result.articles[0];
  CHECK(article.id == "w1");
  CHECK(article.url == "https://news.example.org/2019/a");
  CHECK(article.title == "Talks resume");
  CHECK(article.publisher == "Example Wire");
  CHECK(to_string(article.published) == "2019-05-06");
  CHECK(article.text == "Talks resume\n\nThe two delegations met again, officials said.\n");
  CHECK(article.line == 1);
  CHECK(article.format == SourceFormat::record);
  CHECK(blocks_of(article) ==
        std::vector<std::string>{"title: Talks resume", "paragraph: The two delegations met again, officials said."});
}

TEST_CASE("field names can be set", "[read]") {
  const TemporaryFolder folder;
  ReadOptions options;
  options.fields.id = "key";
  options.fields.text = "body";
  options.fields.published = "";
  const ReadResult result = read_path(
      folder.write("a.jsonl",
                   R"({"key": 17, "id": "no", "published": "2001-01-01", "body": "The ministers met in Vienna on Monday."})"),
      options);
  REQUIRE(result.articles.size() == 1);
  CHECK(result.articles[0].id == "17");
  CHECK_FALSE(result.articles[0].published.known());
}

TEST_CASE("broken JSON in line 3 of 5: the other four are read", "[read]") {
  const TemporaryFolder folder;
  const std::string file =
      folder.write("five.jsonl", record("1") + record("2") + "{\"id\": \"3\", \"text\": }\n" + record("4") + record("5"));
  const ReadResult result = read_path(file);
  CHECK(ids(result) == std::vector<std::string>{"1", "2", "4", "5"});
  CHECK(result.articles[3].line == 5);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "invalid-json");
  CHECK(result.diagnostics[0].line == 3);
  CHECK(to_line(result.diagnostics[0]).rfind(file + ":3: error: ", 0) == 0);
}

TEST_CASE("a line of 50 MB is refused, the others are read", "[read]") {
  const TemporaryFolder folder;
  const std::string file = folder.write("long.jsonl", record("1"));
  {
    std::ofstream out(file, std::ios::binary | std::ios::app);
    out << "{\"id\": \"2\", \"text\": \"";
    const std::string piece(1U << 20, 'x');
    for (int i = 0; i < 50; ++i) out << piece;
    out << "\"}\n" << record("3");
  }
  const ReadResult result = read_path(file);
  CHECK(ids(result) == std::vector<std::string>{"1", "3"});
  CHECK(result.articles[1].line == 3);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "line-too-long");
  CHECK(result.diagnostics[0].line == 2);
}

TEST_CASE("what is wrong with a record", "[read]") {
  struct Case {
    const char* line;
    const char* code;
    std::size_t articles;
  };
  const Case cases[] = {
      {R"({"id": "a"})", "missing-field", 0},
      {R"({"id": "a", "text": null})", "missing-field", 0},
      {R"({"id": "a", "text": 5})", "wrong-type", 0},
      {R"({"id": ["a"], "text": "The ministers met in Vienna."})", "wrong-type", 0},
      {R"({"id": "a", "text": " \n "})", "empty-text", 0},
      {R"({"id": "a", "text": "a\u0000b"})", "binary-text", 0},
      {R"(["a"])", "not-a-record", 0},
      {"{\"id\": \"a\", \"text\": \"caf\xE9\"}", "invalid-utf8", 0},
      {R"({"id": "a", "text": "The ministers met in Vienna.", "published": "soon"})", "unknown-date", 1},
      {R"({"id": "a", "text": "The ministers met in Vienna.", "title": 5})", "wrong-type", 1},
  };
  const TemporaryFolder folder;
  for (const Case& c : cases) {
    INFO(c.line);
    const ReadResult result = read_path(folder.write("one.jsonl", std::string("\n") + c.line));
    CHECK(result.articles.size() == c.articles);
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].code == c.code);
    CHECK(result.diagnostics[0].line == 2);
    CHECK((result.diagnostics[0].severity == Severity::warning) == (c.articles == 1));
  }
}

TEST_CASE("repeated ids and missing ids", "[read]") {
  const TemporaryFolder folder;
  const ReadResult result =
      read_path(folder.write("ids.jsonl", record("1") + record("1") + "{\"text\": \"The ministers met in Rome.\"}\r\n"));
  CHECK(ids(result) == std::vector<std::string>{"1", "ids-3"});
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "duplicate-id");
  CHECK(result.diagnostics[0].line == 2);
}

TEST_CASE(".json holds one record, an array, or lines", "[read]") {
  const TemporaryFolder folder;
  CHECK(ids(read_path(folder.write("one.json", "\xEF\xBB\xBF" + record("a")))) == std::vector<std::string>{"a"});
  const ReadResult array = read_path(folder.write("array.json", "[\n" + record("a") + ",\n5,\n" + record("b") + "]"));
  CHECK(ids(array) == std::vector<std::string>{"a", "b"});
  REQUIRE(array.diagnostics.size() == 1);
  CHECK(array.diagnostics[0].code == "not-a-record");
  CHECK(array.diagnostics[0].line == 4);
  CHECK(ids(read_path(folder.write("lines.json", record("a") + record("b")))) == std::vector<std::string>{"a", "b"});
  const ReadResult broken = read_path(folder.write("broken.json", "{\n\"id\": 1,\n\"text\": oops\n}"));
  CHECK(broken.articles.empty());
  REQUIRE(broken.diagnostics.size() == 1);
  CHECK(broken.diagnostics[0].code == "invalid-json");
  CHECK(broken.diagnostics[0].line == 3);
}
