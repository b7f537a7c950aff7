// The suite in links/: names that several places or bodies share, against what a careful reader takes them for.
#include <catch2/catch.hpp>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "entente/annotate.hpp"
#include "entente/read.hpp"
#include "suites/english.hpp"

using namespace entente;

namespace {

struct Question {
  std::string name;
  std::string key;        // "none": no link may be given
  bool optional = false;  // no link is fine, too
};

struct Case {
  Article known;
  std::string text;
  std::vector<Question> questions;
};

Question question(const std::string& line) {
  const std::size_t equals = line.rfind(" = ");
  if (equals == std::string::npos) throw std::runtime_error("no answer in: " + line);
  Question out{line.substr(2, equals - 2), line.substr(equals + 3), false};
  out.optional = out.key.starts_with("?");
  if (out.optional) out.key.erase(0, 1);
  return out;
}

// "== ID DATE [PUBLISHER]"
Article heading(const std::string& line) {
  const std::size_t date = line.find(' ', 3);
  const std::size_t end = line.find(' ', date + 1);
  Article out;
  out.id = line.substr(3, date - 3);
  const auto published = parse_iso_date(line.substr(date + 1, end == std::string::npos ? end : end - date - 1));
  if (!published) throw std::runtime_error("no date in: " + line);
  out.published = *published;
  if (end != std::string::npos) out.publisher = line.substr(end + 1);
  return out;
}

std::vector<Case> cases_in(const std::string& file) {
  std::vector<Case> out;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#") || (out.empty() && line.empty())) continue;
    if (line.starts_with("== "))
      out.push_back({heading(line), {}, {}});
    else if (line.starts_with("> "))
      out.back().questions.push_back(question(line));
    else if (!line.empty())
      out.back().text += line + "\n\n";
  }
  return out;
}

// The link of the first mention of a name, alone or within a longer one.
Link link_of(const Document& document, const std::string& name) {
  for (const bool whole : {true, false})
    for (const Mention& mention : document.mentions) {
      const std::string_view text = document.text(mention.range);
      if (mention.entity == no_entity || mention.kind != MentionKind::name) continue;
      if (whole ? text == name : text.find(name) != std::string_view::npos) return document.entities[mention.entity].link;
    }
  return {};
}

struct Count {
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::size_t missed = 0;
  std::string differences;
};

void ask(const Case& one, const Document& document, Count& count) {
  for (const Question& question : one.questions) {
    const Link link = link_of(document, question.name);
    const bool none = question.key == "none";
    const std::string found = link.key.empty() ? "none" : link.key;
    const std::string where = one.known.id + ": " + question.name + ": ";
    if (found == question.key) {
      ++count.right;
      if (link.key.empty()) continue;
      CHECK(!link.reason.empty());
      CHECK(link.score >= 0.5F);
      CHECK(link.score <= 1.0F);
    } else if (found == "none") {
      ++count.missed;
      if (!question.optional) count.differences += "missed " + where + question.key + "\n";
    } else {
      ++count.wrong;
      count.differences += "wrong  " + where + found + " (" + link.reason + "), not " + (none ? "linked" : question.key) + "\n";
    }
  }
}

}  // namespace

TEST_CASE("a name that several places or bodies share is linked by what else the article names", "[suites]") {
  const Annotator english = test::shipped_annotator();
  Count count;
  std::size_t asked = 0;
  for (const Case& one : cases_in(ENTENTE_SOURCE_DIR "/tests/suites/links/cases.txt")) {
    asked += one.questions.size();
    ask(one, english.annotate(read_text(one.text, one.known)), count);
  }
  INFO(count.differences);
  INFO(count.right << " right, " << count.wrong << " wrong, " << count.missed << " not linked of " << asked);
  REQUIRE(asked >= 115);
  CHECK(count.wrong == 0);
  CHECK(count.right * 100 >= asked * 85);
}
