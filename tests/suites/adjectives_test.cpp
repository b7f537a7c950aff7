// States are found by their adjectives, whatever else these may mean ("Spanish" the language, "Polish" the wax).
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "entente/annotate.hpp"
#include "entente/read.hpp"
#include "suites/english.hpp"

using namespace entente;

TEST_CASE("a state is known by its adjective before officials", "[suites]") {
  const std::vector<std::pair<std::string, std::string>> adjectives = {{"Saudi", "Saudi Arabia"},
                                                                       {"Spanish", "Spain"},
                                                                       {"Emirati", "United Arab Emirates"},
                                                                       {"Bosnian", "Bosnia and Herzegovina"},
                                                                       {"Kosovar", "Kosovo"},
                                                                       {"Burmese", "Myanmar"},
                                                                       {"Czech", "Czech Republic"},
                                                                       {"Philippine", "Philippines"},
                                                                       {"Filipino", "Philippines"},
                                                                       {"Dutch", "Netherlands"},
                                                                       {"Danish", "Denmark"},
                                                                       {"British", "United Kingdom"},
                                                                       {"Swiss", "Switzerland"},
                                                                       {"Palestinian", "Palestine"},
                                                                       {"Taiwanese", "Taiwan"},
                                                                       {"Argentine", "Argentina"},
                                                                       {"Kyrgyz", "Kyrgyzstan"},
                                                                       {"Kazakh", "Kazakhstan"},
                                                                       {"Uzbek", "Uzbekistan"},
                                                                       {"Ivorian", "Ivory Coast"},
                                                                       {"Malagasy", "Madagascar"},
                                                                       {"Omani", "Oman"},
                                                                       {"Qatari", "Qatar"},
                                                                       {"Yemeni", "Yemen"},
                                                                       {"Afghan", "Afghanistan"},
                                                                       {"Belarusian", "Belarus"},
                                                                       {"Greek", "Greece"},
                                                                       {"Israeli", "Israel"},
                                                                       {"Iraqi", "Iraq"},
                                                                       {"Thai", "Thailand"},
                                                                       {"Nepalese", "Nepal"},
                                                                       {"Slovak", "Slovakia"},
                                                                       {"Slovenian", "Slovenia"},
                                                                       {"French", "France"},
                                                                       {"Portuguese", "Portugal"},
                                                                       {"Cypriot", "Cyprus"},
                                                                       {"Turkish", "Turkey"},
                                                                       {"Lebanese", "Lebanon"},
                                                                       {"Nigerien", "Niger"},
                                                                       {"Nigerian", "Nigeria"},
                                                                       {"Sudanese", "Sudan"},
                                                                       {"Ethiopian", "Ethiopia"},
                                                                       {"Somali", "Somalia"},
                                                                       {"Burkinabe", "Burkina Faso"},
                                                                       {"Ghanaian", "Ghana"},
                                                                       {"Cuban", "Cuba"},
                                                                       {"Haitian", "Haiti"},
                                                                       {"Ecuadorean", "Ecuador"},
                                                                       {"Peruvian", "Peru"},
                                                                       {"Mexican", "Mexico"},
                                                                       {"Salvadoran", "El Salvador"},
                                                                       {"Canadian", "Canada"},
                                                                       {"Icelandic", "Iceland"},
                                                                       {"Norwegian", "Norway"},
                                                                       {"Finnish", "Finland"},
                                                                       {"Polish", "Poland"},
                                                                       {"Irish", "Ireland"},
                                                                       {"Azerbaijani", "Azerbaijan"},
                                                                       {"Azeri", "Azerbaijan"},
                                                                       {"Georgian", "Georgia"},
                                                                       {"Fijian", "Fiji"},
                                                                       {"Chinese", "China"},
                                                                       {"Japanese", "Japan"},
                                                                       {"American", "United States"},
                                                                       {"Russian", "Russia"},
                                                                       {"Ukrainian", "Ukraine"},
                                                                       {"Botswanan", "Botswana"},
                                                                       {"Comorian", "Comoros"}};
  const Annotator english = test::shipped_annotator();
  for (const auto& [adjective, state] : adjectives) {
    const Document document = english.annotate(read_text("The ships were held by " + adjective + " officials on Monday."));
    INFO(adjective);
    REQUIRE(document.entities.size() == 1);
    CHECK(document.entities[0].type == EntityType::State);
    CHECK(document.entities[0].name == state);
  }
}
