#include "read/charset.hpp"

#include <iconv.h>

#include <array>
#include <cerrno>

#include "base/text.hpp"

namespace entente {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t declaration_within = 4096;  // bytes; HTML asks for 1024, pages take more

// The label after "charset=" in the page's head; lower case, empty if there is none.
std::string declared_charset(std::string_view bytes) {
  std::string head;
  for (const char c : bytes.substr(0, declaration_within)) head += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (std::size_t at = head.find("charset"); at != std::string::npos; at = head.find("charset", at + 1)) {
    std::size_t begin = head.find_first_not_of(" \t\r\n", at + 7);
    if (begin == std::string::npos || head[begin] != '=') continue;
    begin = head.find_first_not_of(" \t\r\n\"'", begin + 1);
    if (begin == std::string::npos) return {};
    std::size_t end = begin;
    while (
        end < head.size() && end - begin < 40 &&
        ((head[end] >= 'a' && head[end] <= 'z') || (head[end] >= '0' && head[end] <= '9') || head[end] == '-' || head[end] == '_'))
      ++end;
    if (end > begin) return head.substr(begin, end - begin);
  }
  return {};
}

// Labels mean what browsers make of them (https://encoding.spec.whatwg.org/#names-and-labels).
std::string meant_by(const std::string& label) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> meanings = {{{"iso-8859-1", "windows-1252"},
                                                                                              {"latin1", "windows-1252"},
                                                                                              {"iso8859-1", "windows-1252"},
                                                                                              {"ascii", "windows-1252"},
                                                                                              {"us-ascii", "windows-1252"},
                                                                                              {"iso-8859-9", "windows-1254"},
                                                                                              {"tis-620", "windows-874"},
                                                                                              {"gb2312", "gb18030"},
                                                                                              {"gbk", "gb18030"},
                                                                                              {"shift_jis", "cp932"},
                                                                                              {"shift-jis", "cp932"},
                                                                                              {"x-sjis", "cp932"},
                                                                                              {"euc-kr", "cp949"},
                                                                                              {"ks_c_5601-1987", "cp949"},
                                                                                              {"x-cp1251", "windows-1251"},
                                                                                              {"utf8", "utf-8"}}};
  for (const auto& [name, meaning] : meanings)
    if (label == name) return std::string(meaning);
  return label;
}

// iconv, with U+FFFD for what cannot be converted. False if the charset is unknown.
bool convert(std::string_view bytes, const std::string& charset, DecodedPage& page) {
  const iconv_t converter = ::iconv_open("UTF-8", charset.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return false;  // NOLINT(performance-no-int-to-ptr): iconv's own convention
  char* in = const_cast<char*>(bytes.data());                    // iconv does not write to its input
  std::size_t in_left = bytes.size();
  std::array<char, 1U << 14> buffer{};
  while (in_left > 0) {
    char* out = buffer.data();
    std::size_t out_left = buffer.size();
    const std::size_t result = ::iconv(converter, &in, &in_left, &out, &out_left);
    page.text.append(buffer.data(), buffer.size() - out_left);
    if (result != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
    page.text += replacement;
    ++page.replaced;
    ++in;
    --in_left;
    if (errno == EINVAL) break;  // cut off in the middle of a character
  }
  ::iconv_close(converter);
  page.charset = charset;
  return true;
}

void repair_utf8(std::string_view bytes, DecodedPage& page) {
  page.charset = "utf-8";
  for (;;) {
    const auto bad = invalid_utf8(bytes);
    page.text += bytes.substr(0, bad.value_or(bytes.size()));
    if (!bad) return;
    page.text += replacement;
    ++page.replaced;
    bytes.remove_prefix(*bad + 1);
  }
}

}  // namespace

Result<DecodedPage> decode_page(std::string_view bytes) {
  DecodedPage page;
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") {
    const bool little = bytes.front() == '\xFF';
    bytes.remove_prefix(2);
    if (convert(bytes, little ? "utf-16le" : "utf-16be", page)) return page;
  }
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  const std::string label = meant_by(declared_charset(bytes));
  const bool escapes = label.rfind("iso-2022", 0) == 0 || label.rfind("hz", 0) == 0;  // all ASCII, and yet not
  if (!escapes && !invalid_utf8(bytes)) {
    page.text = std::string(bytes);
    page.charset = "utf-8";
    return page;
  }
  if (label == "utf-8" || label.rfind("utf-16", 0) == 0) {  // a page that declares UTF-16 in ASCII bytes is not in it
    repair_utf8(bytes, page);
    return page;
  }
  page.declared = !label.empty();
  if (convert(bytes, page.declared ? label : "windows-1252", page)) return page;
  return Error{
      "unknown-charset", "declares the character set \"" + label + "\", which cannot be converted; save the page as UTF-8", {}, 0};
}

}  // namespace entente
