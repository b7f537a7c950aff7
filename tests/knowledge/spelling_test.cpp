#include "knowledge/spelling.hpp"

#include "knowledge/world.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::string spelled(const std::string& word) { return common_spelling(word).value_or(word); }

// Spellings of one name have one common spelling, and rules concern it: else it would not be found by others.
void check_one(std::initializer_list<const char*> words) {
  for (const char* word : words) {
    INFO(word);
    CHECK(spelled(word) == spelled(*words.begin()));
    CHECK(common_spelling(word));
  }
}

// In the way that the shipped list of spellings is written.
const std::string spellings = "# names\nyury yuri iurii\nmohammed muhammad mohamed\nal el\nsergey sergei\nyevgeny evgeny evgeni\n";

const std::string people = R"(
<person/zelenskyy> a ent:Person ; rdfs:label "Volodymyr Zelenskyy" ; ent:surname "Zelenskyy" ; ent:prominence 0.9 .
<person/lavrov> a ent:Person ; rdfs:label "Sergey Lavrov" ; ent:prominence 0.8 .
<person/orlov> a ent:Person ; rdfs:label "Yuri Orlov" ; ent:prominence 0.3 .
<person/orlov-2> a ent:Person ; rdfs:label "Yury Orlov" ; ent:prominence 0.2 .
<person/henri> a ent:Person ; rdfs:label "Henri Blanc" ; ent:prominence 0.3 .
<person/han> a ent:Person ; rdfs:label "Han Duc" ; ent:surname "Han" ; ent:prominence 0.3 .
<person/ellen> a ent:Person ; rdfs:label "Ellen Marks" ; ent:surname "Marks" ; ent:prominence 0.3 .
<person/schroeder> a ent:Person ; rdfs:label "Gerd Schröder" ; ent:surname "Schröder" ; ent:prominence 0.5 .
<person/sisi> a ent:Person ; rdfs:label "Mohamed al-Badri" ; ent:prominence 0.5 .
<place/gorky> a ent:Place ; rdfs:label "Gorky" ; ent:prominence 0.4 .
<place/lutsky> a ent:Place ; rdfs:label "Lutsky" ; ent:prominence 0.4 .
<person/lutsky> a ent:Person ; rdfs:label "Ivan Lutsky" ; ent:surname "Lutsky" ; ent:prominence 0.3 .
)";

}  // namespace

TEST_CASE("transliterations of one name have one spelling") {
  check_one({"zelenskyy", "zelensky", "zelenskiy", "zelenskii", "zelenskyi"});
  check_one({"dmitriy", "dmitry", "dmitrii", "dmitryi"});
  check_one({"alexei", "alexey", "aleksei", "aleksey"});
  check_one({"aliyev", "aliev"});
  check_one({"aliyeva", "alieva"});
  check_one({"nazarbayev", "nazarbaev"});
  check_one({"mirziyoyev", "mirziyoev"});
  check_one({"grigoryev", "grigoriev"});
  check_one({"mariya", "maria"});
  check_one({"yermolenko", "ermolenko"});
  check_one({"zakharovskaya", "zakharovskaia"});
  check_one({"aleksandrov", "alexandrov"});
}

TEST_CASE("names that are merely alike stay apart") {
  const std::initializer_list<std::pair<const char*, const char*>> pairs = {
      {"henri", "henry"},       {"kowalski", "kowalsky"},  {"hendriks", "hendrix"}, {"ellen", "yellen"},   {"khan", "han"},
      {"marks", "marx"},        {"mari", "mary"},          {"rossi", "rossy"},      {"ivanov", "ivanoff"}, {"john", "jon"},
      {"stern", "sterne"},      {"maria", "marie"},        {"petrov", "petrova"},   {"kim", "kym"},        {"frei", "frey"},
      {"karl", "carl"},         {"mayer", "meyer"},        {"schmid", "schmidt"},   {"yates", "ates"},     {"brown", "braun"},
      {"anderson", "andersen"}, {"vladimir", "volodymyr"}, {"sandy", "sandi"},      {"cleary", "clearey"}, {"costa", "kosta"}};
  for (const auto& [a, b] : pairs) {
    INFO(a << " " << b);
    CHECK(spelled(a) != spelled(b));
  }
}

TEST_CASE("words that no rule concerns have no other spelling") {
  for (const char* word : {"lavrov", "obama", "macron", "xi", "li", "ng", "bush", "kim", "2nd", "o'neil", "мария", "keita"}) {
    INFO(word);
    CHECK_FALSE(common_spelling(word));
  }
  CHECK(umlauts_written_out("Schröder") == "schroeder");
  CHECK(umlauts_written_out("Åse") == "aase");
  CHECK(umlauts_written_out("Muller").empty());
}

TEST_CASE("persons are found by other spellings, by rule and by list") {
  World world(people);
  world.write("knowledge/spellings.tsv", spellings);
  const Knowledge known = world.knowledge();
  for (const char* name : {"Volodymyr Zelensky", "Volodymyr Zelenskiy", "Zelenskyi", "ZELENSKY", "Volodymyr Zelenskyy"}) {
    INFO(name);
    REQUIRE(known.lookup(name).size() == 1);
    CHECK(known.item(known.lookup(name)[0].item).key == "person/zelenskyy");
    CHECK(known.match("said " + std::string(name) + "’s aide").size() == 1);
  }
  CHECK(matches(known, "Zelensky's and Sergei Lavrov") ==
        "Zelensky = person/zelenskyy/surname | Sergei Lavrov = person/lavrov/label");
  CHECK(matches(known, "Muhammad El-Badri") == "Muhammad El-Badri = person/sisi/label");
  CHECK(matches(known, "Gerd Schroeder, Schroder, Schröder") ==
        "Gerd Schroeder = person/schroeder/label | Schroder = person/schroeder/surname | Schröder = person/schroeder/surname");
}

TEST_CASE("a name as it stands comes before other spellings") {
  World world(people);
  world.write("knowledge/spellings.tsv", spellings);
  const Knowledge known = world.knowledge();
  CHECK(matches(known, "Yuri Orlov") == "Yuri Orlov = person/orlov/label");
  CHECK(matches(known, "Yury Orlov") == "Yury Orlov = person/orlov-2/label");
  CHECK(matches(known, "Iurii Orlov").find("Iurii Orlov = person/orlov") == 0);  // either of them
}

TEST_CASE("other spellings are those of persons, and of capitalised names") {
  World world(people);
  world.write("knowledge/spellings.tsv", spellings);
  const Knowledge known = world.knowledge();
  CHECK(matches(known, "Gorkiy and Gorky") == "Gorky = place/gorky/label");
  CHECK(matches(known, "Lutsky") == "Lutsky = place/lutsky/label or person/lutsky/surname");
  CHECK(matches(known, "Lutskiy") == "Lutskiy = person/lutsky/surname");
  CHECK(matches(known, "zelensky, sergei lavrov") == "");
  CHECK(matches(known, "Henry Blanc, Khan, Yellen Marks, Marx") == "Marks = person/ellen/surname");
}

TEST_CASE("the list of spellings is checked") {
  World world(people);
  for (const char* bad : {"yury\n", "yury yuri\nyuri iurii\n", "Yury yuri\n", "yury  yuri\n"}) {
    world.write("knowledge/spellings.tsv", bad);
    const Result<Knowledge> loaded = world.load();
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == "bad-spelling");
    CHECK(loaded.error().line > 0);
  }
  CHECK(load_spellings(ENTENTE_SOURCE_DIR "/ontology/knowledge/spellings.tsv"));
}
