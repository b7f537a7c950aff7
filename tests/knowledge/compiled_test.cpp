#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <iterator>
#include <sstream>
#include <thread>

#include "knowledge/world.hpp"

using namespace entente;
using namespace entente::test;

namespace {

namespace fs = std::filesystem;

const std::string items = R"(
<state/norland> a ent:State ; rdfs:label "Norland" ; ent:adjective "Norlandic" ; ent:capitalName "Norvik" ; ent:prominence 0.9 ;
  owl:sameAs wd:Q11 .
<place/norvik> a ent:City ; rdfs:label "Norvik" ; ent:ofState <state/norland> ; ent:prominence 0.5 .
<organisation/pact> a ent:InternationalOrganization ; rdfs:label "Northern Pact" ; ent:acronym "NP" ;
  ent:contextualName "the pact" ; ent:prominence 0.8 .
<person/anna-berg> a ent:Person ; rdfs:label "Anna Berg" ; ent:surname "Berg" ; ent:prominence 0.6 .
<person/sergey-volsky> a ent:Person ; rdfs:label "Sergey Volsky" ; ent:prominence 0.4 .
<treaty/straits> a ent:Treaty ; rdfs:label "Straits Treaty" ; ent:signedOn "1987-12-08" ; ent:party <state/norland> .
<office/foreign-minister> a org:Role ; rdfs:label "foreign minister" .
<post/norland/foreign-minister> a org:Post ; rdfs:label "Minister of Foreign Affairs" ; org:role <office/foreign-minister> ;
  org:postIn <state/norland> .
<tenure/1> a ent:Tenure ; ent:holder <person/anna-berg> ; ent:post <post/norland/foreign-minister> ; ent:from "2010-05" ;
  ent:until "2014-02-03" .
)";

const std::string own = prefixes + R"(
<person/olaf-lund> a ent:Person ; rdfs:label "Olaf Lund" ; ent:prominence 0.5 ; owl:sameAs wd:Q12 .
<tenure/2> a ent:Tenure ; ent:holder <person/olaf-lund> ; ent:post <post/norland/foreign-minister> ; ent:from "2014-02-04" .
<state/norland> skos:altLabel "Kingdom of Norland", "Norvik" .
<organisation/port> a ent:Organization ; rdfs:label "Norvik Harbour" ; skos:altLabel "Northern Pact" ; ent:prominence 0.3 .
)";

const std::string text =
    "Norland's minister Anna Berg met Sergei Volsky in Norvik. The Northern Pact (NP) — the pact — and the Norlandic side spoke of "
    "the Straits Treaty. Berg left Norvik Harbour; the Kingdom of Norland and Olaf Lund stayed. np, norvik, NORVIK.";

// All that one asks of a Knowledge, as text.
std::string all_of(const Knowledge& known, const std::string& sample) {
  std::ostringstream out;
  for (const Item& item : known.items())
    out << item.key << ' ' << to_string(item.type) << ' ' << item.klass << ' ' << item.label << ' ' << item.wikidata << ' '
        << item.state << ' ' << item.parent << ' ' << item.prominence << ' ' << known.find_key(item.key) << '\n';
  for (const Item& item : known.items())
    for (const Name& name : known.lookup(item.label))
      out << item.label << " = " << name.item << '/' << static_cast<int>(name.kind) << '\n';
  for (const Tenure& tenure : known.tenures())
    out << tenure.person << ' ' << tenure.office << ' ' << tenure.title << ' ' << tenure.organization << ' '
        << to_string(tenure.time.begin) << ' ' << to_string(tenure.time.end) << ' ' << known.tenures_of(tenure.person).size() << ' '
        << known.holders(tenure.office, tenure.organization, tenure.time.begin).size() << '\n';
  for (const TreatyStep& step : known.treaty_steps())
    out << step.treaty << ' ' << step.step << ' ' << step.actor << ' ' << to_string(step.date) << '\n';
  for (const char* name : {"jens", "Angela", "Kim", "Zzz", "Sergei"}) out << static_cast<int>(known.first_name_gender(name));
  for (const char* term : {"State", "Ministry", "Tennis", "acronym"}) out << known.declares(term);
  out << known.find_key("state/nowhere") << ' ' << known.rules().rules.size() << '\n' << matches(known, sample) << '\n';
  return out.str();
}

std::string bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Compiled : public World {
 public:
  Compiled() : World(items), index(folder() + "/knowledge.index") {}

  bool compile(const std::vector<std::string>& more = {}) {
    return static_cast<bool>(Knowledge::compile(folder(), index, diagnostics, more));
  }
  // What loading says; empty: it used the compiled file, or there was none.
  std::string said(const std::vector<std::string>& more = {}) {
    Diagnostics fresh;
    const Result<Knowledge> loaded = Knowledge::load(folder(), fresh, more);
    if (!loaded) return to_line(loaded.error());
    answers = all_of(loaded.value(), text);
    std::string out;
    for (const Diagnostic& diagnostic : fresh) out += diagnostic.code + ": " + diagnostic.message + "\n";
    return out;
  }
  // Sets the times of all files back, as if nobody had touched them since; makes contents the only evidence.
  void age(const std::string& name, int seconds) const {
    const std::timespec times[2] = {{1000000000 + seconds, 0}, {1000000000 + seconds, 0}};
    REQUIRE(::utimensat(AT_FDCWD, (folder() + "/" + name).c_str(), times, 0) == 0);
  }

  std::string index;
  std::string answers;
};

}  // namespace

TEST_CASE("compiled knowledge gives what its sources give") {
  Compiled world;
  world.write("knowledge/spellings.tsv", "sergey sergei\n");
  CHECK(world.said().empty());
  const std::string from_sources = world.answers;
  CHECK(from_sources.find("Sergei Volsky = person/sergey-volsky/label") != std::string::npos);
  REQUIRE(world.compile());
  CHECK(world.said().empty());
  CHECK(world.answers == from_sources);
}

TEST_CASE("the shipped knowledge base is the same from its compiled file") {
  const std::string folder = ENTENTE_SOURCE_DIR "/ontology";
  World scratch("<state/a> a ent:State ; rdfs:label \"A\" .\n");
  const std::string index = scratch.folder() + "/shipped.index";
  Diagnostics diagnostics;
  const Result<Knowledge> read = Knowledge::load(folder, diagnostics);
  REQUIRE(read);
  REQUIRE(Knowledge::compile(folder, index, diagnostics));
  diagnostics.clear();
  const Result<Knowledge> mapped = Knowledge::load(folder, diagnostics, {}, index);
  REQUIRE(mapped);
  CHECK(diagnostics.empty());
  std::string sample;
  for (const Item& item : mapped->items()) sample += "Then " + std::string(item.label) + " said, ";
  CHECK((all_of(read.value(), sample) == all_of(mapped.value(), sample)));
}

TEST_CASE("the same sources give the same bytes, wherever they stand and whenever they were written") {
  Compiled a, b;
  b.age("knowledge/items.ttl", 0);
  REQUIRE(a.compile());
  REQUIRE(b.compile());
  CHECK((bytes_of(a.index) == bytes_of(b.index)));
  const std::string before = bytes_of(a.index);
  REQUIRE(a.compile());
  CHECK((bytes_of(a.index) == before));
  CHECK(before.find(a.folder()) == std::string::npos);
}

TEST_CASE("compiled knowledge is used after packaging has changed all times") {
  Compiled world;
  REQUIRE(world.compile());
  for (const char* file : {"entente.ttl", "knowledge/items.ttl", "knowledge/first-names.tsv", "knowledge.index"})
    world.age(file, 0);
  CHECK(world.said().empty());
  fs::rename(world.folder(), world.folder() + "-moved");
  Diagnostics diagnostics;
  CHECK(Knowledge::load(world.folder() + "-moved", diagnostics));
  CHECK(diagnostics.empty());
  fs::rename(world.folder() + "-moved", world.folder());
}

TEST_CASE("changed sources are noticed and read, also if sizes and times are as before") {
  Compiled world;
  REQUIRE(world.compile());
  world.age("knowledge/items.ttl", 0);
  std::string changed = prefixes + items;
  changed.replace(changed.find("Anna Berg"), 9, "Inga Berg");
  world.write("knowledge/items.ttl", changed);
  world.age("knowledge/items.ttl", 0);
  CHECK(world.said().find("stale-knowledge-file: the compiled knowledge is not used, as knowledge/items.ttl has changed") == 0);
  CHECK(world.answers.find("Inga Berg") != std::string::npos);
  CHECK(world.answers.find("Anna Berg") == std::string::npos);
  REQUIRE(world.compile());
  CHECK(world.said().empty());

  world.write("knowledge/more.ttl", prefixes + "<place/x> a ent:City ; rdfs:label \"Xanten\" .\n");
  CHECK(world.said().find("knowledge/more.ttl is new") != std::string::npos);
  REQUIRE(world.compile());
  fs::remove(world.folder() + "/knowledge/more.ttl");
  CHECK(world.said().find("knowledge/more.ttl is gone") != std::string::npos);
  REQUIRE(world.compile());
  world.write("knowledge/spellings.tsv", "sergey sergei\n");
  CHECK(world.said().find("knowledge/spellings.tsv is new") != std::string::npos);
  REQUIRE(world.compile());
  world.write("entente.ttl", small_ontology + "ent:Fleet a owl:Class .\n");
  CHECK(world.said().find("entente.ttl has changed") != std::string::npos);
}

TEST_CASE("damaged and foreign compiled files are named, and the sources are read") {
  Compiled world;
  CHECK(world.said().empty());
  const std::string answers = world.answers;
  REQUIRE(world.compile());
  const std::string bytes = bytes_of(world.index);
  std::string flipped = bytes;
  flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
  const std::string model = bytes_of(ENTENTE_SOURCE_DIR "/ontology/models/english.model");
  REQUIRE_FALSE(model.empty());
  for (const std::string& broken : {bytes.substr(0, bytes.size() - 1), bytes.substr(0, 10), std::string(), flipped, model}) {
    world.write("knowledge.index", broken);
    const std::string said = world.said();
    CHECK(said.find("bad-knowledge-file: this compiled knowledge file cannot be used: ") == 0);
    CHECK(said.find("its sources are read instead") != std::string::npos);
    CHECK(world.answers == answers);
  }
  Diagnostics diagnostics;
  CHECK(Knowledge::load(world.folder(), diagnostics, {}, world.folder() + "/none.index"));
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code == "no-knowledge-file");
}

TEST_CASE("sources that are refused are refused by compile, and leave the old file") {
  Compiled world;
  REQUIRE(world.compile());
  const std::string before = bytes_of(world.index);
  world.write("knowledge/bad.ttl", prefixes + "<state/b> a ent:Kingdom ; rdfs:label \"B\" .\n");
  CHECK_FALSE(world.compile());
  CHECK((bytes_of(world.index) == before));
  CHECK_FALSE(world.load());  // stale, and the sources are what counts
}

TEST_CASE("files of one's own are laid over compiled knowledge, as if all had been read") {
  Compiled world;
  world.write("own.ttl", own);
  const std::vector<std::string> more = {world.folder() + "/own.ttl"};
  CHECK(world.said(more).empty());
  const std::string from_sources = world.answers;
  CHECK(from_sources.find("Kingdom of Norland = state/norland/alias") != std::string::npos);
  REQUIRE(world.compile());
  CHECK(world.said(more).empty());
  CHECK(world.answers == from_sources);

  // A change of prominence reorders names that were compiled: everything is read again.
  world.write("own.ttl", own + "<place/norvik> ent:prominence 0.95 .\n");
  CHECK(world.said(more).empty());
  const std::string layered = world.answers;
  fs::remove(world.index);
  CHECK(world.said(more).empty());
  CHECK(world.answers == layered);
  CHECK(layered != from_sources);
}

TEST_CASE("mistakes in files of one's own are found over compiled knowledge as well") {
  Compiled world;
  REQUIRE(world.compile());
  const auto refused = [&](const std::string& entry) {
    world.write("own.ttl", prefixes + entry);
    Diagnostics diagnostics;
    const Result<Knowledge> loaded = Knowledge::load(world.folder(), diagnostics, {world.folder() + "/own.ttl"});
    return loaded ? std::string("accepted") : loaded.error().message;
  };
  CHECK(refused("<place/x> a ent:City ; rdfs:label \"X\" ; owl:sameAs wd:Q11 .\n") ==
        "wd:Q11 stands for two things: 'state/norland' and 'place/x'");
  CHECK(refused("<state/norland> rdfs:label \"Norland\" .\n") == "'state/norland' has a second rdfs:label");
  CHECK(refused("<place/x> a ent:City ; rdfs:label \"X\" ; ent:ofState <state/none> .\n") ==
        "'place/x' refers to 'state/none', which no file describes");
  CHECK(refused("<place/norvik> a ent:City ; rdfs:label \"X\" .\n").find("'place/norvik' has already been described in") == 0);
}

TEST_CASE("files of one's own can be compiled with the folder, and are then compared by content") {
  Compiled world;
  world.write("own.ttl", own);
  const std::vector<std::string> more = {world.folder() + "/own.ttl"};
  world.said(more);
  const std::string from_sources = world.answers;
  REQUIRE(world.compile(more));
  CHECK(world.said(more).empty());
  CHECK(world.answers == from_sources);
  world.write("same.ttl", own);
  CHECK(world.said({world.folder() + "/same.ttl"}).empty());
  CHECK(world.said().find("a file of one's own is gone") != std::string::npos);
  world.write("own.ttl", own + "# changed\n");
  CHECK(world.said(more).find("own.ttl has changed") != std::string::npos);
}

TEST_CASE("a folder that cannot be written is an error of compile, not of load") {
  Compiled world;
  world.write("own.ttl", own);
  Diagnostics diagnostics;
  CHECK(Knowledge::compile(world.folder(), "/proc/knowledge.index", diagnostics).error().code == "not-written");
  REQUIRE(world.compile());
  fs::permissions(world.folder(), fs::perms::owner_read | fs::perms::owner_exec);
  CHECK(world.said().empty());
  if (::geteuid() != 0) CHECK_FALSE(world.compile());  // root may write everywhere
  fs::permissions(world.folder(), fs::perms::owner_all);
}

TEST_CASE("several processes and threads may compile and load at once") {
  Compiled world;
  REQUIRE(world.compile());
  const std::string bytes = bytes_of(world.index);
  std::vector<pid_t> children;
  for (int child = 0; child < 3; ++child) {
    const pid_t pid = ::fork();
    if (pid == 0) {
      Diagnostics diagnostics;
      bool good = true;
      for (int i = 0; i < 10; ++i) good = good && Knowledge::compile(world.folder(), world.index, diagnostics);
      ::_exit(good ? 0 : 1);
    }
    children.push_back(pid);
  }
  for (int i = 0; i < 30; ++i) CHECK(world.said().empty());
  for (const pid_t pid : children) {
    int status = 1;
    REQUIRE(::waitpid(pid, &status, 0) == pid);
    CHECK(status == 0);
  }
  CHECK((bytes_of(world.index) == bytes));
  const Knowledge known = world.knowledge();
  const std::string expected = matches(known, text);
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& out : found) threads.emplace_back([&] { out = matches(known, text); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& out : found) CHECK(out == expected);
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(world.folder())) files += entry.path().extension() == ".new";
  CHECK(files == 0);
}
