#include "annotate/names.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "annotate/document_of.hpp"
#include "annotate/known.hpp"
#include "annotate/name_pieces.hpp"

using namespace entente;
using entente::test::document_of;
using entente::test::known;

namespace {

using Found = std::vector<std::string>;

// "Person:Ada Smith" for each name, "adj:Norwegian" for each adjective.
Found names_in(std::string_view text) {
  Document document = document_of(text);
  find_names(NameTables(known()), document);
  Found out;
  for (const Mention& mention : document.mentions) {
    std::string line(mention.kind == MentionKind::adjective ? "adj" : std::string(to_string(mention.type)));
    out.push_back(line + ":" + std::string(document.text(mention.range)));
  }
  return out;
}

}  // namespace

TEST_CASE("titles are no part of a person's name", "[names]") {
  CHECK(names_in("Norwegian/JJ Deputy Foreign Minister Ada Lind met/VBD General Omar Reza .") ==
        Found{"adj:Norwegian", "Person:Ada Lind", "Person:Omar Reza"});
  CHECK(names_in("the opposition/NN leader/NN Ada Lind spoke/VBD with/IN Mr. Reza .") == Found{"Person:Ada Lind", "Person:Reza"});
  CHECK(names_in("U.S. Secretary of/IN State Ada Lind spoke/VBD .") == Found{"State:U.S.", "Person:Ada Lind"});
}

TEST_CASE("a person is not cut in two, though the parts stand alone elsewhere", "[names]") {
  CHECK(names_in("Prime Minister Xanthe Obuya met/VBD Bo Berg .\nPrime Minister Obuya said/VBD so/RB .") ==
        Found{"Person:Xanthe Obuya", "Person:Bo Berg", "Person:Obuya"});
  CHECK(names_in("President Qasim al-Tarifi spoke/VBD .\nthey/PRP praised/VBD President al-Tarifi .") ==
        Found{"Person:Qasim al-Tarifi", "Person:al-Tarifi"});
  CHECK(names_in("Minister Hamad bin Tariq Al Waleed spoke/VBD .\nHamad smiled/VBD .") ==
        Found{"Person:Hamad bin Tariq Al Waleed", "Person:Hamad"});
  CHECK(names_in("his counterpart/NN M U K Ali Sarwar agreed/VBD .") == Found{"Person:M U K Ali Sarwar"});
}

TEST_CASE("behind a whole office stands a person", "[names]") {
  CHECK(names_in("Norwegian/JJ Ambassador to/IN Chile Kazim Rahati spoke/VBD .") ==
        Found{"adj:Norwegian", "State:Chile", "Person:Kazim Rahati"});
  CHECK(names_in("the Minister of/IN Foreign Affairs of/IN Norway Kjetil Varga left/VBD .") ==
        Found{"State:Norway", "Person:Kjetil Varga"});
  CHECK(names_in("HE Minister of/IN State Sultan bin/NNP Rashid Al Mazroui arrived/VBD .").back() ==
        "Person:Sultan bin Rashid Al Mazroui");
}

TEST_CASE("many capitalised words name nobody", "[names]") {
  CHECK(names_in("the committee/NN on/IN Foreign Affairs met/VBD a new National Security Adviser/NNP .").empty());
  CHECK(names_in("they/PRP told/VBD The/DT Atlantic so/RB .") == Found{"Organization:Atlantic"});
  CHECK(names_in("Senators from/IN Chile met/VBD Sunday Presidents of/IN banks/NNS .") == Found{"State:Chile"});
  CHECK(names_in("Dozens/NNP left/VBD Chile and/CC its/PRP$ Marxism/NNP .") == Found{"State:Chile"});
  CHECK(names_in("the reform/NN failed/VBD .\nthe committees/NNS on/IN Oversight and/CC Reform met/VBD .").empty());
  CHECK(names_in("on/IN September 11 the/DT court ruled/VBD .").empty());
  CHECK(names_in("a Roman Catholic church/NN burned/VBD .").empty());
}

TEST_CASE("one form is of one type", "[names]") {
  const Found found = names_in(
      "the Skadi Group , a company/NN in/IN Chile , denied/VBD it .\nSkadi said/VBD so/RB .\nshares/NNS of/IN Skadi fell/VBD .");
  CHECK(std::count(found.begin(), found.end(), "Organization:Skadi") == 2);
}

TEST_CASE("a head noun says what a name is", "[names]") {
  CHECK(names_in("the Lindholm Institute praised/VBD the Narvik Treaty .") ==
        Found{"Organization:Lindholm Institute", "Treaty:Narvik Treaty"});
  CHECK(names_in("the Centre for/IN Fisheries Studies opened/VBD .") == Found{"Organization:Centre for Fisheries Studies"});
  CHECK(names_in("the Trade and/CC Fisheries Ministry answered/VBD .") == Found{"GovernmentBody:Trade and Fisheries Ministry"});
  CHECK(names_in("the Convention on/IN River Traffic in/IN Europe holds/VBZ .") ==
        Found{"Treaty:Convention on River Traffic in Europe"});
}

TEST_CASE("a known name inside of a longer one is not what is meant", "[names]") {
  CHECK(names_in("the Jordan Times reported/VBD it .") == Found{"Organization:Jordan Times"});
  CHECK(names_in("analyst/NN Michael Jordan disagreed/VBD .") == Found{"Person:Michael Jordan"});
  CHECK(names_in("Jordan disagreed/VBD with/IN Chad .") == Found{"State:Jordan", "State:Chad"});
}

TEST_CASE("heads in lower case make names with a proper noun before them", "[names]") {
  CHECK(names_in("troops/NNS of/IN the Norwegian/JJ army left/VBD .") == Found{"GovernmentBody:Norwegian army", "adj:Norwegian"});
  CHECK(names_in("the Libyan/JJ crisis deepened/VBD .") == Found{"Conflict:Libyan crisis", "adj:Libyan"});
  CHECK(names_in("the agreement/NN between/IN Norway and/CC Chile lapsed/VBD .") ==
        Found{"Treaty:agreement between Norway and Chile", "State:Norway", "State:Chile"});
  CHECK(names_in("the Norwegian/JJ weather improved/VBD .") == Found{"adj:Norwegian"});
}

TEST_CASE("ships and weapons", "[names]") {
  CHECK(names_in("the USS Lindholm passed/VBD .") == Found{"Equipment:USS Lindholm"});
  CHECK(names_in("two/CD Qx-17 jets/NNS landed/VBD .") == Found{"Equipment:Qx-17"});
}

TEST_CASE("days, months and acronyms of common nouns name nothing", "[names]") {
  CHECK(names_in("it opened/VBD on/IN Monday in/IN March .").empty());
  CHECK(names_in("a common/JJ fishing/NN zone/NN ( CFZ ) exists/VBZ .\nthe CFZ grew/VBD .").empty());
}

TEST_CASE("in headlines in title case only names known from the text count", "[names]") {
  const Found found = names_in("Lind Warns/VBZ Norway Over/IN Fishing/VBG Rights/NNS\nMinister Ada Lind warned/VBD Norway .");
  CHECK(found == Found{"Person:Lind", "State:Norway", "Person:Ada Lind", "State:Norway"});
}

TEST_CASE("capitals are cities after words of place and governments where they act", "[names]") {
  CHECK(names_in("Oslo/NNP/2/nsubj rejected/VBD/0/root the offer/NN/2/obj .") == Found{"State:Oslo"});
  CHECK(names_in("they/PRP/2/nsubj met/VBD/0/root in/IN/4/case Oslo/NNP/2/obl .") == Found{"Place:Oslo"});
  CHECK(names_in("she/PRP/2/nsubj flew/VBD/0/root/fly to/IN/4/case Oslo/NNP/2/obl .") == Found{"Place:Oslo"});
  CHECK(names_in("talks/NNS/2/nsubj failed/VBD/0/root with/IN/4/case Oslo/NNP/1/nmod .") == Found{"State:Oslo"});
  CHECK(names_in("the answer/NN/4/nsubj from/IN/3/case Oslo/NNP/2/nmod came/VBD/0/root .") == Found{"State:Oslo"});
}

TEST_CASE("pieces split hyphens and know shapes", "[names]") {
  const Document document = document_of("NATO-Russia ties chilled/VBD .");
  const std::vector<Piece> pieces = pieces_of(document, document.sentences[0].tokens);
  REQUIRE(pieces.size() == 6);
  CHECK(pieces[0].caps);
  CHECK(pieces[1].hyphen);
  CHECK(pieces[2].glued);
  CHECK(document.text(pieces[2].range) == "Russia");
  CHECK_FALSE(is_title_case(pieces));
}
