#include "read/credits.hpp"

#include "helpers.hpp"
#include "read/datelines.hpp"

using namespace entente;

namespace {

// "front | content | back"
std::string parts(std::string_view line) {
  const CreditSplit split = split_credits(line);
  return std::string(line.substr(0, split.begin)) + "|" + std::string(line.substr(split.begin, split.end - split.begin)) + "|" +
         std::string(line.substr(split.end));
}

}  // namespace

TEST_CASE("credits at the ends of captions", "[credits]") {
  CHECK(parts("Delegates arrive at the palace in Vienna. (AP Photo/Jane Doe)") ==
        "|Delegates arrive at the palace in Vienna.| (AP Photo/Jane Doe)");
  CHECK(parts("Delegates arrive at the palace in Vienna. REUTERS/Jane Doe") ==
        "|Delegates arrive at the palace in Vienna.| REUTERS/Jane Doe");
  CHECK(parts("Delegates arrive at the palace. Jane Doe/AFP via Getty Images") ==
        "|Delegates arrive at the palace.| Jane Doe/AFP via Getty Images");
  CHECK(parts("Delegates at the palace in May. (File)") == "|Delegates at the palace in May.| (File)");
  CHECK(parts("Delegates at the palace in Vienna - Getty Images") == "|Delegates at the palace in Vienna| - Getty Images");
  CHECK(parts("Delegates arrive at the palace. Photo: Jane Doe / EPA") ==
        "|Delegates arrive at the palace.| Photo: Jane Doe / EPA");
}

TEST_CASE("credits before captions, and alone", "[credits]") {
  CHECK(parts("© AFP 2019 / JANE DOEDelegates arrive at the palace in Vienna") ==
        "© AFP 2019 / JANE DOE|Delegates arrive at the palace in Vienna|");
  CHECK(parts("© Reuters / Jane McDonald") == "© Reuters / Jane McDonald||");
  CHECK(parts("Enlarge this image toggle caption Jane Doe/AP Jane Doe/AP Delegates arrive at the palace.") ==
        "Enlarge this image toggle caption Jane Doe/AP Jane Doe/AP |Delegates arrive at the palace.|");
  CHECK(parts("Enlarge this image toggle caption Jane Doe/AP Jane Doe/AP") ==
        "Enlarge this image toggle caption Jane Doe/AP Jane Doe/AP||");
  CHECK(parts("FILE PHOTO: Delegates arrive at the palace. REUTERS/Jane Doe/File Photo") ==
        "FILE PHOTO: |Delegates arrive at the palace.| REUTERS/Jane Doe/File Photo");
  CHECK(parts("Image copyright Getty Images Image caption Delegates at the palace") ==
        "Image copyright Getty Images Image caption |Delegates at the palace|");
  CHECK(parts("The spokeswoman at the palace Jane Doe/TASS") == "|The spokeswoman at the palace| Jane Doe/TASS");
  CHECK(parts("Delegates at the palaceImage: Jane Doe.") == "|Delegates at the palace|Image: Jane Doe.");
  CHECK(parts("The talks are over, she said. (Reporting by Jane Doe; editing by John Roe)") ==
        "|The talks are over, she said.| (Reporting by Jane Doe; editing by John Roe)");
  CHECK(parts("Getty Images") == "Getty Images||");
  CHECK(parts("Photo by Jane Doe") == "Photo by Jane Doe||");
}

TEST_CASE("what only looks like a credit", "[credits]") {
  for (const char* line : {"The ministers met in Vienna, Reuters reported.",
                           "He leads the North Atlantic Treaty Organization (NATO).", "She works for the Associated Press.",
                           "The minister - Jane Doe - did not answer.", "The talks lasted for 24 hours (see below)."}) {
    INFO(line);
    CHECK_FALSE(split_credits(line).found);
  }
}

TEST_CASE("datelines", "[credits]") {
  const auto dateline = [](std::string_view line) { return std::string(line.substr(0, dateline_length(line))); };
  CHECK(dateline("PARIS, May 3. /TASS/. The minister said") == "PARIS, May 3. /TASS/. ");
  CHECK(dateline("GENEVA (AP) — The minister said") == "GENEVA (AP) — ");
  CHECK(dateline("BRUSSELS, Jan 12 (Reuters) - The minister said") == "BRUSSELS, Jan 12 (Reuters) - ");
  CHECK(dateline("KYIV, Ukraine (AP) -- The minister said") == "KYIV, Ukraine (AP) -- ");
  CHECK(dateline("Vienna (AFP) - The minister said") == "Vienna (AFP) - ");
  CHECK(dateline("UNITED NATIONS — The minister said") == "UNITED NATIONS — ");
  CHECK(dateline("BEIJING, July 1, 2019 (Xinhua) -- The minister said") == "BEIJING, July 1, 2019 (Xinhua) -- ");
  CHECK(dateline("Washington (CNN)The minister said") == "Washington (CNN)");
  CHECK(dateline("ANKARA (Example News / Sputnik - 23rd August, 2019) The minister said") ==
        "ANKARA (Example News / Sputnik - 23rd August, 2019) ");
  CHECK(dateline("MOSCOW, May 18, 2019. /Example Wire/. The minister said") == "MOSCOW, May 18, 2019. /Example Wire/. ");
  CHECK(dateline("Moscow,(ST)-The minister said") == "Moscow,(ST)-");
  CHECK(dateline("MOSCOW, May 18./TASS/. The minister said") == "MOSCOW, May 18./TASS/. ");
  CHECK(dateline("(Reuters) - The minister said") == "(Reuters) - ");
  CHECK(dateline("(See below) - The minister said").empty());
  CHECK(dateline("The senator (R-Ohio) - a critic - said").empty());
  CHECK(dateline("Senator John Roe (R) – who voted against it – said").empty());
  CHECK(dateline("NATO - an alliance of thirty-two states - said").empty());
  CHECK(dateline("NATO and the EU — both of them — said").empty());
  CHECK(dateline("The minister said on Monday").empty());
  CHECK(dateline_agency("PARIS, May 3. /TASS/. ") == "TASS");
  CHECK(dateline_agency("BRUSSELS, Jan 12 (Reuters) - ") == "Reuters");
  CHECK(dateline_agency("UNITED NATIONS — ").empty());
}
