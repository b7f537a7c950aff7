#include "extract/modality.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "model/syntax.hpp"

namespace entente {

namespace {

// How far a status is from plain assertion: the furthest on the way up wins.
int distance(const std::optional<Status>& status) {
  if (!status) return 5;
  switch (*status) {
    case Status::denied: return 4;
    case Status::possible: return 3;
    case Status::planned: return 2;
    case Status::claimed: return 1;
    default: return 0;
  }
}

void weaken(Modality& modality, const std::optional<Status>& status) {
  if (distance(status) > distance(modality.status)) modality.status = status;
}

class Reading {
 public:
  Reading(const Clauses& clauses, Intentions intentions) : clauses_(clauses), intentions_(intentions) {}

  Modality run(TokenIndex at) {
    here(at);
    for (int steps = 0; steps < 8; ++steps) {
      const std::optional<TokenIndex> above = clauses_.head(at);
      if (!above || !climb(at, *above)) break;
      at = *above;
    }
    return out_;
  }

 private:
  const Token& token(TokenIndex at) const { return clauses_.token(at); }
  bool in(const char* name, const std::string& lemma) const { return clauses_.rules().in_class(name, lemma); }

  // What stands at the token itself: auxiliaries, adverbs, negation, a conjunction.
  void here(TokenIndex at) {
    if (is_negated(clauses_.document(), at)) out_.negated = true;
    for (const TokenIndex i : children(clauses_.document(), at)) {
      const Token& dependent = token(i);
      const std::string& lemma = dependent.lemma;
      // "No state recognized it", "neither Kenya nor Chad would".
      if (has_relation(dependent, "nsubj", true) && is_negated(clauses_.document(), i)) out_.negated = true;
      if (has_relation(dependent, "aux"))
        auxiliary(lower(clauses_.document().form(i)), lemma);
      else if (has_relation(dependent, "mark") && in("conditional-conjunction", lemma))
        weaken(out_, Status::possible);
      else if (has_relation(dependent, "advmod") || has_relation(dependent, "amod"))
        modifier(lemma);
    }
  }

  void auxiliary(const std::string& form, const std::string& lemma) {
    if (in("planned-auxiliary", lemma) || form == "'ll" || form == "’ll") weaken(out_, Status::planned);
    if (in("possible-auxiliary", lemma) || form == "'d" || form == "’d") weaken(out_, Status::possible);
    if (in("demand-auxiliary", lemma)) weaken(out_, std::nullopt);
  }

  void modifier(const std::string& lemma) {
    if (in("claimed-modifier", lemma)) weaken(out_, Status::claimed);
    if (in("possible-modifier", lemma)) weaken(out_, Status::possible);
    if (in("planned-modifier", lemma)) weaken(out_, Status::planned);
    if (in("irrealis-modifier", lemma)) weaken(out_, std::nullopt);
  }

  // What the word above makes of it.
  // False if it is none of the words that make something of it.
  bool governed_by(TokenIndex above, bool clause = false) {
    const std::string phrase = clauses_.phrase(above);
    if (intentions_ == Intentions::plans) {
      if (in("undertaking-governor", phrase)) return take(Status::planned);
      if (in("inclination-governor", phrase) && !(clause && in("clause-speech-verb", phrase))) return take(Status::possible);
    }
    bool known = false;
    if (in("planned-governor", phrase)) known = take(Status::planned);
    if (in("possible-governor", phrase)) known = take(Status::possible);
    if (in("denied-governor", phrase)) known = take(Status::denied);
    if (in("claimed-governor", phrase)) known = take(Status::claimed);
    // "told them to leave", but "told them that it had left"
    if (in("irrealis-governor", phrase) && !(clause && in("clause-speech-verb", phrase))) known = take(std::nullopt);
    return known;
  }

  bool take(const std::optional<Status>& status) {
    weaken(out_, status);
    return true;
  }

  // Takes in what the head says of its dependent; false where the clause above says nothing more about it.
  bool climb(TokenIndex at, TokenIndex above) {
    const Token& dependent = token(at);
    if (has_relation(dependent, "conj")) return conjunct(at, above);
    if (has_relation(dependent, "xcomp")) return complement(above, true);
    if (has_relation(dependent, "ccomp")) return complement(above, false);
    if (has_relation(dependent, "advcl")) return adverbial(at, above);
    if (clauses_.is_verb(at)) return noun_clause(at, above);
    return nominal(at, above);
  }

  bool conjunct(TokenIndex at, TokenIndex above) {
    // "will suspend ties and recall envoys": auxiliaries are shared unless the second clause has its own.
    const bool own = child(clauses_.document(), at, "nsubj").has_value() || child(clauses_.document(), at, "aux").has_value();
    if (!own && clauses_.is_verb(at) == clauses_.is_verb(above)) {
      const bool negated = out_.negated;
      here(above);
      if (!has_negative_conjunction(at)) out_.negated = negated || out_.negated;
    }
    return true;
  }

  // "did not agree but rejected": "but" ends the reach of the negation.
  bool has_negative_conjunction(TokenIndex at) {
    const auto conjunction = child(clauses_.document(), at, "cc");
    if (!conjunction || token(*conjunction).lemma != "but") return false;
    out_.negated = is_negated(clauses_.document(), at);
    return true;
  }

  bool complement(TokenIndex above, bool infinitive) {
    governed_by(above, !infinitive);
    // "has to agree", "has yet to agree": it has not.
    if (infinitive && token(above).lemma == "have") weaken(out_, std::nullopt);
    // "said it did not ..." is about what was said; "did not agree to ..." is about the deed.
    const bool negated = out_.negated;
    here(above);
    if (!infinitive) out_.negated = negated;
    // "refused to say whether": what holds of the saying does not hold of what is said.
    return infinitive;
  }

  bool adverbial(TokenIndex at, TokenIndex above) {
    const std::string mark = clauses_.marker(at);
    if (in("irrealis-conjunction", mark)) weaken(out_, std::nullopt);
    const bool finite = child(clauses_.document(), at, "nsubj").has_value() || token(at).verb_form == VerbForm::finite;
    if (finite) return false;
    const bool purpose = token(at).verb_form == VerbForm::infinitive || mark == "to" || mark == "in order to";
    if (purpose) weaken(out_, std::nullopt);
    if (!mark.empty() || !is_aside(at, above)) governed_by(above);
    // "will respond by expelling envoys", "may follow Britain in expelling" say it of both; "accused Iran of attacking" not.
    const bool shared = mark.empty() || mark == "by" || mark == "in";
    if (shared) {
      const bool negated = out_.negated;
      here(above);
      out_.negated = negated;
    }
    return shared;
  }

  // "Refusing to wait, Kenya agreed": set apart from the clause, it is no complement of its verb.
  bool is_aside(TokenIndex at, TokenIndex above) const {
    if (at < above) return true;
    for (const TokenIndex i : children(clauses_.document(), at))
      if (i < at && has_relation(token(i), "punct")) return true;
    return token(at - 1).lemma == ",";
  }

  // A clause that modifies a noun: "the plan to impose", "accusations of backing", "sanctions imposed by".
  bool noun_clause(TokenIndex at, TokenIndex above) {
    if (token(at).relation == "acl:relcl" || !has_relation(token(at), "acl")) return false;
    const bool bare = clauses_.marker(at).empty();
    if (bare && token(at).verb_form != VerbForm::infinitive) return false;
    // "has no plans to leave", "did not announce plans to leave"
    const std::optional<TokenIndex> verb = has_relation(token(above), "obj", true) ? clauses_.head(above) : std::nullopt;
    if (is_negated(clauses_.document(), above) || (verb && is_negated(clauses_.document(), *verb))) out_.negated = true;
    const bool known = governed_by(above);
    // "the right to leave", "parties to implement it": whatever the noun, nobody says that it was done.
    if (!known && intentions_ == Intentions::plans && token(at).verb_form == VerbForm::infinitive) weaken(out_, std::nullopt);
    return true;
  }

  // A noun in its sentence: "called for sanctions", "the threat of an attack".
  bool nominal(TokenIndex at, TokenIndex above) {
    const Token& dependent = token(at);
    const bool argument = has_relation(dependent, "obj") || has_relation(dependent, "obl") || has_relation(dependent, "nsubj:pass");
    const bool of_noun = has_relation(dependent, "nmod") && dependent.relation != "nmod:poss";
    if (!argument && !of_noun) return false;
    const std::string mark = clauses_.marker(at);
    if (in("irrealis-conjunction", mark)) weaken(out_, std::nullopt);
    governed_by(above);
    const std::string with_mark = token(above).lemma + " " + mark;
    if (in("irrealis-governor", with_mark)) weaken(out_, std::nullopt);
    return of_noun && in("measure-noun", token(above).lemma);
  }

  const Clauses& clauses_;
  Intentions intentions_;
  Modality out_;
};

}  // namespace

Modality modality(const Clauses& clauses, TokenIndex at, Intentions intentions) { return Reading(clauses, intentions).run(at); }

}  // namespace entente
