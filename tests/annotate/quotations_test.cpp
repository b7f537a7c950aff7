#include "annotate/quotations.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "annotate/document_of.hpp"
#include "extract/sketch.hpp"

using namespace entente;
using entente::test::document_of;
using entente::test::words_alone;

namespace {

struct Known {
  const char* words;
  EntityType type = EntityType::Person;
};

// Every place of the name becomes a mention of one entity; of several words, the first is the head.
void add_name(Document& document, const Known& name) {
  const auto entity = static_cast<EntityIndex>(document.entities.size());
  DocumentEntity thing;
  thing.type = name.type;
  thing.name = name.words;
  document.entities.push_back(thing);
  const std::vector<std::string_view> words = split(name.words, ' ');
  for (std::uint32_t i = 0; i + words.size() <= document.tokens.size(); ++i) {
    bool here = true;
    for (std::uint32_t k = 0; k < words.size(); ++k) here = here && document.form(i + k) == words[k];
    if (!here) continue;
    Mention mention;
    mention.tokens = {i, i + static_cast<std::uint32_t>(words.size())};
    mention.range = document.bytes(mention.tokens);
    mention.head = i;
    mention.type = name.type;
    mention.entity = entity;
    document.mentions.push_back(mention);
  }
}

// "direct Smith: words" of each utterance, one a line; "scare: words"; "[to X]" for an addressee.
std::string said_in(std::string_view sentences, const std::vector<Known>& names) {
  Document document = document_of(sentences);
  for (const Known& name : names) add_name(document, name);
  std::sort(document.mentions.begin(), document.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.range.begin < b.range.begin; });
  find_quotations(words_alone(), document);
  std::string out;
  for (const Quotation& quotation : document.quotations) {
    if (!out.empty()) out += "\n";
    const auto named = [&](EntityIndex e) { return e == no_entity ? std::string("?") : document.entities[e].name; };
    if (quotation.scare) {
      out += "scare";
    } else {
      out += (quotation.mode == QuotationMode::direct ? "direct " : "indirect ") + named(quotation.speaker);
      for (const EntityIndex other : quotation.with) out += " + " + named(other);
      if (quotation.addressee != no_entity) out += " [to " + named(quotation.addressee) + "]";
    }
    out += ": " + std::string(document.text(quotation.content));
  }
  return out;
}

}  // namespace

TEST_CASE("words in quotation marks with the verb of saying behind, inverted or not", "[quotations]") {
  CHECK(said_in("\" We/PRP/3/nsubj will/MD/3/aux leave/VB/7/ccomp soon , \" Smith/NNP/9/nsubj said/VBD/0/root/say .",
                {{"Smith"}}) == "direct Smith: We will leave soon");
  CHECK(said_in("“ We/PRP/3/nsubj will/MD/3/aux leave/VB/7/ccomp soon , ” said/VBD/0/root/say Smith/NNP/8/nsubj .", {{"Smith"}}) ==
        "direct Smith: We will leave soon");
}

TEST_CASE("words that go on behind who said their first half", "[quotations]") {
  CHECK(said_in(
            "\" We/PRP/3/nsubj stand/VB/6/ccomp ready/JJ/3/xcomp , \" wrote/VBD/0/root/write Ann/NNP/7/nsubj Smith/NNP/8/flat , \" "
            "to/TO/13/mark help/VB/3/advcl them out . \"",
            {{"Ann Smith"}}) == "direct Ann Smith: We stand ready\ndirect Ann Smith: to help them out .");
}

TEST_CASE("words in quotation marks after a verb of saying or a colon", "[quotations]") {
  CHECK(said_in("Smith/NNP/2/nsubj added/VBD/0/root/add , \" We/PRP/7/nsubj will/MD/7/aux leave/VB/2/ccomp soon . \"",
                {{"Smith"}}) == "direct Smith: We will leave soon .");
  CHECK(said_in("Smith/NNP/2/nsubj opposed/VBD/0/root/oppose the pact/NN/2/obj : \" It is no good at all . \"", {{"Smith"}}) ==
        "direct Smith: It is no good at all .");
  CHECK(said_in("The Herald/NNP/3/nsubj says/VBZ/0/root/say :\n\" The pact has been dead for years . \"",
                {{"Herald", EntityType::Organization}}) == "direct Herald: The pact has been dead for years .");
}

TEST_CASE("a whole sentence behind a comma is said by who acts before it", "[quotations]") {
  CHECK(said_in("Smith/NNP/2/nsubj defended/VBD/0/root/defend the pact/NN/2/obj , \" It is good enough for now . \"",
                {{"Smith"}}) == "direct Smith: It is good enough for now .");
}

TEST_CASE("one or two words in quotation marks belong to their clause, unless they are all that is said", "[quotations]") {
  CHECK(said_in("Smith/NNP/2/nsubj said/VBD/0/root/say the pact/NN/7/nsubj was/VBD/7/cop \" dead/JJ/2/ccomp \" .", {{"Smith"}}) ==
        "indirect Smith: the pact was \" dead \"\nscare: dead");
  CHECK(said_in("Smith/NNP/2/nsubj replied/VBD/0/root/reply : \" Never . \"", {{"Smith"}}) == "direct Smith: Never .");
}

TEST_CASE("a clause that only frames a quotation is no second statement, one that says more is", "[quotations]") {
  const std::vector<Known> names = {{"Smith"}};
  CHECK(said_in(
            "Smith/NNP/2/nsubj said/VBD/0/root/say Norway/NNP/6/nsubj would/MD/6/aux \" stand/VB/2/ccomp by its word for ever \" .",
            names) == "direct Smith: stand by its word for ever");
  CHECK(said_in("Smith/NNP/2/nsubj said/VBD/0/root/say Norway/NNP/4/nsubj left/VBD/2/ccomp since/IN/11/mark \" nothing/NN/11/nsubj "
                "at/IN/9/case all/DT/7/nmod had/VBD/11/aux "
                "changed/VBN/4/advcl \" .",
                names) ==
        "indirect Smith: Norway left since \" nothing at all had changed \"\ndirect Smith: nothing at all had changed");
}

TEST_CASE("reported clauses with and without that, behind and before the verb, and according to", "[quotations]") {
  const std::vector<Known> names = {{"Smith"}, {"Norway", EntityType::State}, {"Oslo Radio", EntityType::Organization}};
  CHECK(said_in("Smith/NNP/2/nsubj told/VBD/0/root/tell Oslo/NNP/2/obj Radio/NNP/3/flat that/IN/7/mark Norway/NNP/7/nsubj "
                "left/VBD/2/ccomp .",
                names) == "indirect Smith [to Oslo Radio]: Norway left");
  CHECK(said_in("Norway/NNP/2/nsubj left/VBD/5/ccomp , he/PRP/5/nsubj noted/VBD/0/root/note .", names) ==
        "indirect ?: Norway left");
  CHECK(said_in("According/VBG/3/case to/IN/1/fixed Smith/NNP/6/obl ,/,/6/punct Norway/NNP/6/nsubj left/VBD/0/root .", names) ==
        "indirect Smith: Norway left");
  CHECK(said_in("Smith/NNP/2/nsubj warned/VBD/0/root/warn against/IN/4/mark leaving/VBG/2/advcl the pact/NN/4/obj .", names) ==
        "indirect Smith: leaving the pact");
  CHECK(said_in("Smith/NNP/2/nsubj called/VBD/0/root/call the pact/NN/2/obj a mistake/NN/2/xcomp .", names) ==
        "indirect Smith: the pact a mistake");
  CHECK(said_in("Norway/NNP/3/nmod:poss 's/POS/1/case claim/NN/7/nsubj that/IN/6/mark talks/NNS/6/nsubj failed/VBD/3/acl "
                "surprised/VBD/0/root all .",
                names) == "indirect Norway: talks failed");
}

TEST_CASE("what was not said is no utterance", "[quotations]") {
  CHECK(
      said_in("Smith/NNP/4/nsubj did/VBD/4/aux not/RB/4/advmod say/VB/0/root that/IN/7/mark Norway/NNP/7/nsubj left/VBD/4/ccomp .",
              {{"Smith"}})
          .empty());
  CHECK(said_in("Smith/NNP/2/nsubj declined/VBD/0/root/decline to/TO/4/mark say/VB/2/xcomp whether/IN/7/mark Norway/NNP/7/nsubj "
                "left/VBD/4/ccomp .",
                {{"Smith"}})
            .empty());
  CHECK(said_in("Smith/NNP/2/nsubj urged/VBD/0/root/urge Norway/NNP/2/obj to/TO/5/mark leave/VB/2/xcomp .", {{"Smith"}}).empty());
}

TEST_CASE("coordinated clauses are a statement each", "[quotations]") {
  CHECK(said_in("Smith/NNP/2/nsubj said/VBD/0/root/say talks/NNS/4/nsubj failed/VBD/2/ccomp and/CC/8/cc that/IN/8/mark "
                "Norway/NNP/8/nsubj left/VBD/4/conj .",
                {{"Smith"}}) == "indirect Smith: talks failed\nindirect Smith: Norway left");
}

TEST_CASE("understood speakers: relative clauses, participles, those who are quoted, those who speak for a body", "[quotations]") {
  const std::vector<Known> names = {{"Smith"}, {"Norway", EntityType::State}};
  CHECK(said_in("Smith/NNP/0/root , who/WP/4/nsubj said/VBD/1/acl:relcl/say talks/NNS/6/nsubj failed/VBD/4/ccomp", names) ==
        "indirect Smith: talks failed");
  CHECK(said_in("Smith/NNP/2/nsubj left/VBD/0/root , saying/VBG/2/advcl/say talks/NNS/6/nsubj failed/VBD/4/ccomp .", names) ==
        "indirect Smith: talks failed");
  CHECK(said_in(
            "\" Talks have failed for good , \" Smith/NNP/11/nsubj:pass was/VBD/11/aux:pass quoted/VBN/0/root/quote as/IN/13/mark "
            "saying/VBG/11/advcl/say .",
            names) == "direct Smith: Talks have failed for good");
  CHECK(
      said_in("An official/NN/5/nsubj from/IN/4/case Norway/NNP/2/nmod said/VBD/0/root/say talks/NNS/7/nsubj failed/VBD/5/ccomp .",
              names) == "indirect Norway: talks failed");
  CHECK(said_in("Smith/NNP/4/nsubj and/CC/3/cc Berg/NNP/1/conj said/VBD/0/root/say talks/NNS/6/nsubj failed/VBD/4/ccomp .",
                {{"Smith"}, {"Berg"}}) == "indirect Smith + Berg: talks failed");
  CHECK(said_in("It/PRP/3/nsubj:pass was/VBD/3/aux:pass said/VBN/0/root/say talks/NNS/5/nsubj failed/VBD/3/ccomp .", names) == "");
}

TEST_CASE("a speaker is carried over to the next sentence, paragraph and pronoun, no further", "[quotations]") {
  const std::vector<Known> names = {{"Smith"}};
  const std::string first = "\" We/PRP/3/nsubj will/MD/3/aux leave/VB/7/ccomp soon , \" Smith/NNP/9/nsubj said/VBD/0/root/say .\n";
  CHECK(said_in(first + "+ \" And that is all now . \"", names) ==
        "direct Smith: We will leave soon\ndirect Smith: And that is all now .");
  CHECK(
      said_in(first + "\" It/PRP/6/nsubj is/VBZ/6/cop a/DT/6/det sad day/NN/10/ccomp , \" she/PRP/10/nsubj added/VBD/0/root/add .",
              names) == "direct Smith: We will leave soon\ndirect Smith: It is a sad day");
  CHECK(said_in(first + "It rained .\nIt rained .\n\" And that is all now . \"", names) ==
        "direct Smith: We will leave soon\ndirect ?: And that is all now .");
  CHECK(said_in("\" We will leave very soon .\n\" And that is all now , \" Smith/NNP/10/nsubj said/VBD/0/root/say .", names) ==
        "direct Smith: We will leave very soon .\ndirect Smith: And that is all now");
}

TEST_CASE("a phrase taken over word by word belongs to who does what the clause tells; names of things do not", "[quotations]") {
  CHECK(said_in("Smith/NNP/2/nsubj vetoed/VBD/0/root/veto the law/NN/2/obj \" to/TO/7/mark protect/VB/2/advcl our fair land \" .",
                {{"Smith"}}) == "direct Smith: to protect our fair land");
  CHECK(
      said_in("Smith/NNP/2/nsubj read/VBD/0/root/read \" The/DT/7/det Long/NNP/7/compound Road/NNP/7/compound Home/NNP/2/obj \" .",
              {{"Smith"}})
          .find("direct Smith") == std::string::npos);
}

// In these sentences nearly everything hangs on the main verb, as in a parse gone wrong: the order of words must do.
TEST_CASE("clauses are found by the order of words", "[quotations]") {
  const std::vector<Known> names = {{"Smith"}, {"Norway", EntityType::State}, {"Oslo Radio", EntityType::Organization}};
  CHECK(said_in("Smith said/VBD/0/root/say on/IN Monday that/IN/0/mark talks/NNS failed/VBD and/CC/11/cc that/IN/11/mark Norway "
                "left/VBD .",
                names) == "indirect Smith: talks failed\nindirect Smith: Norway left");
  CHECK(said_in("Smith told/VBD/0/root/tell Oslo Radio talks/NNS in/IN Norway failed/VBD .", names) ==
        "indirect Smith: talks in Norway failed");
  CHECK(said_in("Smith announced/VBD/0/root/announce a plan/NN/2/obj and/CC Norway left/VBD .", names).empty());
  CHECK(said_in("According/VBG to/IN Smith , an old/JJ friend/NN of/IN peace , talks/NNS failed/VBD/0/root .", names) ==
        "indirect Smith: talks failed");
  CHECK(said_in("Talks/NNS ended/VBD/0/root and/CC , according/VBG to/IN Smith , Norway left/VBD .", names) ==
        "indirect Smith: Norway left");
  CHECK(said_in("Talks/NNS failed/VBD , Smith told/VBD/0/root/tell Oslo Radio .", names) == "indirect Smith: Talks failed");
  CHECK(said_in("At/IN first , Smith said/VBD/0/root/say , talks/NNS failed/VBD .", names) == "indirect Smith: talks failed");
  CHECK(said_in("Smith described/VBD/0/root/describe the men/NNS as/IN captives/NNS .", names) ==
        "indirect Smith: the men as captives");
}

TEST_CASE("what a speaker goes on to say is a statement of its own", "[quotations]") {
  const std::vector<Known> names = {{"Smith"}, {"Norway", EntityType::State}};
  CHECK(said_in("Smith said/VBD/0/root/say talks/NNS failed/VBD , adding/VBG/2/acl/add that/IN/0/mark Norway left/VBD .", names) ==
        "indirect Smith: talks failed\nindirect Smith: Norway left");
  CHECK(said_in("Smith added/VBD/0/root/add that/IN/0/mark talks/NNS failed/VBD and/CC said/VBD/5/conj/say Norway left/VBD .",
                names) == "indirect Smith: talks failed\nindirect Smith: Norway left");
}

TEST_CASE("speakers are found by the order of words", "[quotations]") {
  const std::vector<Known> names = {{"Smith"}, {"Peace Institute", EntityType::Organization}};
  CHECK(said_in("Smith , the former/JJ head/NN of/IN the party/NN , has/VBZ/11/aux said/VBN/0/root/say talks/NNS failed/VBD .",
                names) == "indirect Smith: talks failed");
  CHECK(said_in("Peace Institute Director Smith said/VBD/0/root/say talks/NNS failed/VBD .", names) ==
        "indirect Smith: talks failed");
  CHECK(said_in("The director/NN of/IN the Peace Institute , Smith , said/VBD/0/root/say talks/NNS failed/VBD .", names) ==
        "indirect Smith: talks failed");
  CHECK(said_in("Smith gave/VBD/0/root/give the Peace Institute , which/WDT claimed/VBD/2/acl:relcl/claim talks/NNS failed/VBD , a "
                "prize .",
                names)
            .find("indirect Peace Institute: talks failed") == 0);
}

TEST_CASE("in a transcript each paragraph is said by whom it names first", "[quotations]") {
  CHECK(said_in("Mr. Berg : the/DT talks/NNS failed/VBD .\nQUESTION : why/WRB ?\nMr. Berg : ask/VB them/PRP .", {{"Berg"}}) ==
        "direct Berg: the talks failed .\ndirect Berg: ask them .");
  CHECK(said_in("Berg : the/DT talks/NNS failed/VBD .", {{"Berg"}}).empty());
}

TEST_CASE("who speaks for a person is not that person", "[quotations]") {
  CHECK(
      said_in(
          "the/DT talks/NNS/3/nsubj failed/VBD/9/ccomp ,/,/9/punct a/DT/6/det spokeswoman/NN/9/nsubj for/IN/8/case Berg/NNP/6/nmod "
          "said/VBD/0/root .",
          {{"Berg"}})
          .find("Berg:") == std::string::npos);
}

TEST_CASE("they are those who acted together before", "[quotations]") {
  CHECK(said_in("Smith and/CC Berg met/VBD/0/root/meet .\nThey/PRP/2/nsubj/they said/VBD/0/root/say that/IN/0/mark talks/NNS "
                "failed/VBD .",
                {{"Smith"}, {"Berg"}}) == "indirect Smith + Berg: talks failed");
  CHECK(said_in("Smith left/VBD/0/root .\nThey/PRP/2/nsubj/they said/VBD/0/root/say that/IN/0/mark talks/NNS failed/VBD .",
                {{"Smith"}, {"Berg"}}) == "indirect ?: talks failed");
}

TEST_CASE("words of a quotation never closed end before who passes them on", "[quotations]") {
  CHECK(said_in("Smith/NNP/2/nsubj spoke/VBD/0/root .\nSmith said/VBD/0/root/say that/IN/0/mark talks/NNS failed/VBD .\n"
                "+ \" But nobody left/VBD/0/root the room , the agency/NN reports/VBZ/3/parataxis/report .",
                {{"Smith"}}) == "indirect Smith: talks failed\ndirect Smith: But nobody left the room");
}
