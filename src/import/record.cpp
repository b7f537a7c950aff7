#include "import/record.hpp"

#include <charconv>

#include "base/text.hpp"

namespace entente {

namespace {

// Fields are separated by tabs and begin with a letter; no value holds a tab, as all white space in names is made plain.
void put(std::string& line, char field, std::string_view value) {
  if (value.empty()) return;
  line += '\t';
  line += field;
  line += value;
}
void put(std::string& line, char field, Qid id) {
  if (id != 0) put(line, field, std::to_string(id));
}

template <typename Number>
Number number(std::string_view text) {
  Number value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

PartialDate date(std::string_view text) { return parse_iso_date(text).value_or(PartialDate{}); }

void take_position(Record& record, std::string_view value) {
  const auto parts = split(value, '|');
  if (parts.size() == 3) record.positions.push_back({number<Qid>(parts[0]), {date(parts[1]), date(parts[2])}});
}
void take_party(Record& record, std::string_view value) {
  const auto parts = split(value, '|');
  if (parts.size() == 2) record.parties.push_back({number<Qid>(parts[0]), date(parts[1])});
}

void take_field(Record& record, char field, std::string_view value) {
  switch (field) {
    case 'Q': record.id = number<Qid>(value); break;
    case 'c': record.klass = value; break;
    case 'l': record.label = value; break;
    case 'a': record.aliases.emplace_back(value); break;
    case 'y': record.acronyms.emplace_back(value); break;
    case 's': record.states.push_back(number<Qid>(value)); break;
    case 'g': record.gender = value; break;
    case 'w': record.sitelinks = number<std::uint32_t>(value); break;
    case 'n': record.population = number<double>(value); break;
    case 't': take_position(record, value); break;
    case 'j': record.organizations.push_back(number<Qid>(value)); break;
    case 'o': record.offices.push_back(number<Qid>(value)); break;
    case 'h': record.head_of_state = number<Qid>(value); break;
    case 'm': record.head_of_government = number<Qid>(value); break;
    case 'k': record.capital = number<Qid>(value); break;
    case 'd': record.signed_on = date(value); break;
    case 'f': record.in_force_from = date(value); break;
    case 'e': record.ended_on = date(value); break;
    case 'b': take_party(record, value); break;
    default: break;
  }
}

}  // namespace

Qid to_qid(std::string_view id) {
  if (id.size() < 2 || id.size() > 19 || id[0] != 'Q' || id[1] == '0') return 0;
  Qid value = 0;
  const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), value);
  return error == std::errc{} && end == id.data() + id.size() ? value : 0;
}

std::string to_string_qid(Qid id) { return "Q" + std::to_string(id); }

std::string to_line(const Record& r) {
  std::string line = "Q" + std::to_string(r.id);
  put(line, 'c', r.klass);
  put(line, 'l', r.label);
  for (const std::string& name : r.aliases) put(line, 'a', name);
  for (const std::string& name : r.acronyms) put(line, 'y', name);
  for (const Qid id : r.states) put(line, 's', id);
  put(line, 'g', r.gender);
  put(line, 'w', Qid{r.sitelinks});
  put(line, 'n', static_cast<Qid>(r.population));
  for (const auto& p : r.positions)
    put(line, 't', std::to_string(p.post) + "|" + to_string(p.time.begin) + "|" + to_string(p.time.end));
  for (const Qid id : r.organizations) put(line, 'j', id);
  for (const Qid id : r.offices) put(line, 'o', id);
  put(line, 'h', r.head_of_state);
  put(line, 'm', r.head_of_government);
  put(line, 'k', r.capital);
  put(line, 'd', to_string(r.signed_on));
  put(line, 'f', to_string(r.in_force_from));
  put(line, 'e', to_string(r.ended_on));
  for (const auto& p : r.parties) put(line, 'b', std::to_string(p.who) + "|" + to_string(p.date));
  return line;
}

std::optional<Record> parse_record(std::string_view line) {
  Record record;
  for (const std::string_view field : split(line, '\t'))
    if (!field.empty()) take_field(record, field[0], field.substr(1));
  if (record.id == 0 || record.klass.empty()) return std::nullopt;
  return record;
}

}  // namespace entente
