"""The forms by which English news names a person, made from one name by rules (README.md, "Names of people")."""

import functools
import re

from turtle import fold, words

LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’‘ʻʼ.\- ]+")
TITLES = re.compile(r"^(?:(?:Sir|Dame|Lord|Lady|Baroness|Baron|Dr|Prof|Professor|Gen|General|Lt|Maj|Col|Adm|Admiral|Amb|Ambassador|Mr|Mrs|Ms|Miss|HE|H\.E|"
                    r"Hon|The|Rev|Archbishop|Cardinal|Bishop|King|Queen|Emperor|Sultan|Emir|Sheikh|Shaikh|Sheikha|Sardar|Chaudhry|Haji|Hajji|Datuk|Dato|Tun|Tan Sri|"
                    r"YB|YAB|Princess|Prince|Shri|Smt|Major|Colonel|Captain|Brigadier|Lieutenant|President|Minister|Ambassador-designate|represented by|Ayatollah)\.? )+")
SUFFIX = re.compile(r",? (Jr|Sr|II|III|IV|QC|KC|MP|CMG|MEP)\.?$")
PARTICLES = set("de da do dos das del della di du van von der den ten ter la le los las bin ibn ben bint al el ul af zu zum st 't vande abu al- el- as ad ash".split())
# Family names that stand first, in the states where they do.
FAMILY_FIRST = {"cn": set("wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang feng deng cao peng zeng xiao tian dong pan "
                          "yuan cai jiang yu du ye cheng wei su lu ding ren lv yao shen cui zhong tan fan wen geng qian bai lou jin shi hao meng qin long wan duan lei hou chang he xi "
                          "mao yin chang ni gu miao nie cong sheng ai zou dai kong gong niu ling ji xing xia qiu lan hua zuo wan wei liao fu che qu mi di ban tie hong tung tsang".split()),
                "kr": set("kim lee yi park pak choi choe jung jeong chung kang cho jo yoon yun jang chang lim im han oh o seo suh shin sin kwon hwang ahn an song ryu yoo yu hong "
                          "jeon chun ko goh moon mun yang son bae baek heo hur nam sim noh roh ha kwak sung cha ju joo woo min na chin jin ji eom ma gil won ban chae cheon bang kong "
                          "hyun ham byun yeom bong ra tae pyo so".split())}
FAMILY_FIRST["tw"] = FAMILY_FIRST["cn"] | set("tsai chiang chen lee hsu hsieh tsao chang chu kuo lai su wu lin hsiao cheng yen chiu pan shih tseng liao yeh ting mao chiang kao "
                                              "chou chung ho hung jen koo ma tien tsui wei yu yao joseph".split()) - {"joseph"}
FAMILY_FIRST["kp"] = FAMILY_FIRST["kr"] | set("ri ro ryang om thae hwang jon mun kye pyon u o jang hyon ko sin no rim".split())
FAMILY_FIRST["hk"] = FAMILY_FIRST["cn"]
SPANISH = set("es mx ar cl co pe ve ec bo py uy cr pa hn sv gt ni do cu gq pr".split())
SLAVIC = set("ru ua by bg rs me mk kz kg uz tj tm md am az ge suhh x_so ge_ab ua_dpr ua_lpr".split())
ARABIC = set("sa ae qa kw bh om ye iq sy lb jo ps eg ly tn dz ma sd mr so dj km td ir af pk".split())
PATRONYMIC = re.compile(r".+(ovich|evich|ovych|evych|yevich|ovna|evna|yevna|ivna|uly|oglu|qizi|ogly|yich|ich|ichna)$")

# Spellings of one first name or word; each may stand for the others.
SPELLINGS = [group.split() for group in """
Sergei Sergey
Dmitry Dmitri Dmitriy
Alexei Alexey Aleksei Aleksey
Alexander Aleksandr Alexandr
Yevgeny Evgeny Yevgeni Yevgeniy Evgeniy
Yuri Yury Yuriy
Valery Valeri Valeriy
Anatoly Anatoli Anatoliy
Vasily Vasili Vasiliy
Grigory Grigori Grigoriy
Georgy Georgi Georgiy
Vitaly Vitali Vitaliy
Gennady Gennadi Gennadiy
Arkady Arkadi Arkadiy
Nikolai Nikolay
Andrei Andrey
Pyotr Petr
Viktor Victor
Maxim Maksim
Vyacheslav Viacheslav
Alexandra Aleksandra
Ekaterina Yekaterina
Yelena Elena
Tatiana Tatyana
Natalia Natalya
Maria Mariya
Yulia Yuliya Julia
Andriy Andrii
Serhiy Serhii
Oleksiy Oleksii
Volodymyr Vladimir
Dmytro Dmitry
Yuriy Yurii
Vitaliy Vitalii
Valeriy Valerii
Mykhailo Mykhaylo
Arseniy Arsenii
Mohammed Mohamed Muhammad Mohammad
Ahmed Ahmad
Hussein Hussain Husayn
Hassan Hasan
Abdullah Abdallah Abdulla
Yusuf Youssef Yousef
Saeed Said Sayed
Khalid Khaled
Faisal Faysal
Omar Umar
Ibrahim Ebrahim
Ismail Esmail
Mahmoud Mahmud
Mustafa Mostafa
Suleiman Sulaiman
Abdel Abdul
Hamad Hamed
Zayed Zayid
Rashid Rashed
Saleh Salih
""".strip().splitlines()]
SPELLING = {}
for _group in SPELLINGS:
    for _word in _group:
        SPELLING.setdefault(_word, [])
        SPELLING[_word] += [w for w in _group if w != _word and w not in SPELLING[_word]]
# Names of Ukraine are not written in the Russian way for their sake.
NO_SPELLING = {"Volodymyr": ["Vladimir"], "Vladimir": ["Volodymyr"], "Dmytro": ["Dmitry"], "Dmitry": ["Dmytro"]}
ENDINGS = [("ovich", "ovych"), ("evich", "evych")]


def recase(name):
    """"Ali Hoseini-KHAMENEI" -> "Ali Hoseini-Khamenei": words in capitals as printed by lists."""
    def one(match):
        word = match[0]
        if re.fullmatch("[IVX]+", word):
            return word
        if word.startswith("MC") and len(word) > 4:
            return "Mc" + word[2:].capitalize()
        return word.capitalize()
    return re.sub(r"\b[A-ZÀ-Þ]{3,}\b", one, name.replace("McC", "MCC").replace("MCc", "Mcc"))


@functools.lru_cache(maxsize=None)
def clean(name):
    """A name without titles, peerages, nicknames and capitals; None if what is left is no name in Latin script."""
    whole = name.strip()
    name = name.replace("’", "'").replace("‘", "'").replace("`", "'").replace("´", "'")
    if "(" in name:
        name = name.split("(")[0]
    name = re.sub(r'"[^"]*"|“[^”]*”', " ", name)
    name = re.sub(r", (?!Jr|Sr)(.*)$", "", name)
    name = re.sub(r"\s+", " ", name).strip(" ,")
    name = TITLES.sub("", name)
    name = re.sub(r",? (QC|KC|MP|CMG|MEP|OBE)$", "", name).replace(" Jr,", " Jr")
    if " " not in name and " " in whole:
        return None  # what is left of a title
    if not name or not LATIN.fullmatch(name.replace(",", "")) or len(name) > 48:
        return None
    if name.isupper():
        name = name.title()
    return recase(name).strip()


def bare(name):
    return SUFFIX.sub("", name)


def surnames(name, code):
    """The surname or surnames by which news refers to this person; none if that cannot be said."""
    parts = bare(name).split()
    if len(parts) < 2 or re.search(r"\b(of|I|II|III|IV|V|VI|VII|VIII|XVI|XIV)\b", name):
        return []
    if parts[0] in ("Queen", "King", "Pope", "Emperor", "Grand"):
        return []
    first = FAMILY_FIRST.get(code, ())
    if first and code != "hk" and (fold(parts[0]) in first or ("-" in parts[-1] and len(parts) == 2)):
        return [parts[0]]
    if code in ("vn", "kh", "la", "mm", "th", "bt", "et", "er", "is", "mn"):
        return [parts[-1]] if code in ("vn", "th", "is", "et", "er") else []
    at = next((i for i in range(1, len(parts) - 1) if fold(parts[i]) in PARTICLES or fold(parts[i]).startswith("al-")), len(parts) - 1)
    out = [" ".join(parts[at:])]
    if len(parts) - at > 3:
        out = [" ".join(parts[-2:]) if fold(parts[-2]) in PARTICLES else parts[-1]]
    if code in SPANISH and len(parts) >= 4 and at == len(parts) - 1:
        out = [f"{parts[-2]} {parts[-1]}", parts[-2]]
    elif code in SPANISH and len(parts) == 3 and at == len(parts) - 1 and len(parts[1]) > 3:
        out = [parts[-1]]
    for form in list(out):
        stem = re.sub(r"^(al|el|Al|El)[- ]", "", form)
        if stem != form and len(stem) > 3 and " " not in stem:
            out.append(stem)
    return [form for form in dict.fromkeys(out) if len(fold(form)) > 1 and "." not in form]


def shorter(name, code):
    """Without middle names, initials and patronymics."""
    out, plain = [], bare(name)
    if plain != name:
        out.append(plain)
    parts = plain.split()
    if fold(parts[0]) in FAMILY_FIRST.get(code, ()) or code in ("vn", "kh", "la", "mm", "th", "id", "my"):
        return out
    sure = surnames(name, code)
    tail = sure[0].split() if sure else []
    middle = parts[1:len(parts) - len(tail)] if tail and parts[-len(tail):] == tail else []
    if middle and len(parts) < 5 and not (code in SPANISH and len(parts) == 3):
        out.append(" ".join([parts[0]] + tail))
        if len(middle) == 1 and len(parts[0].rstrip(".")) == 1:
            out.append(" ".join(parts[1:]))  # "J. Christopher Stevens" is called by the second
            out.remove(" ".join([parts[0]] + tail))
    if code in SPANISH and len(parts) >= 4 and len(sure) > 1:
        out.append(f"{parts[0]} {parts[-2]}")
    return out


def respelled(name, code):
    """Other transliterations, of one word at a time and of all at once."""
    if code not in SLAVIC and code not in ARABIC:
        return []
    parts, options = name.split(), []
    for i, word in enumerate(parts):
        for other in SPELLING.get(word, []):
            if other not in NO_SPELLING.get(word, []) and (word in SPELLING and (code in SLAVIC) == (SPELLINGS_SLAVIC.get(word, False))):
                options.append((i, other))
    last = parts[-1]
    if code in SLAVIC:
        stem = re.match(r"(.+(?:s|c|z)k)(?:y|yy|iy|i|yi|yj)$", last)
        if stem:
            options += [(len(parts) - 1, stem[1] + e) for e in ("y", "iy", "i") + (("yy", "yi") if code == "ua" else ())]
        for a, b in ENDINGS:
            if last.endswith(a):
                options.append((len(parts) - 1, last[:-len(a)] + b))
            elif last.endswith(b):
                options.append((len(parts) - 1, last[:-len(b)] + a))
        if code == "by" and last.endswith("enko"):
            options.append((len(parts) - 1, last[:-1] + "a"))
    if code in ARABIC and re.match(r"(al|el)[- ]", last, re.I):
        options.append((len(parts) - 1, last[3:]))
    firsts = [parts[0]] + [w for i, w in options if i == 0]
    lasts = [last] + [w for i, w in options if i == len(parts) - 1]
    out = [" ".join([f] + parts[1:-1] + [l]) for f in firsts for l in lasts] if len(parts) > 1 else []
    out += [" ".join(parts[:i] + [w] + parts[i + 1:]) for i, w in options if 0 < i < len(parts) - 1]
    return [form for form in out if form != name][:8]


SPELLINGS_SLAVIC = {word: group[0] not in ("Mohammed", "Ahmed", "Hussein", "Hassan", "Abdullah", "Yusuf", "Saeed", "Khalid", "Faisal", "Omar", "Ibrahim", "Ismail",
                                           "Mahmoud", "Mustafa", "Suleiman", "Abdel", "Hamad", "Zayed", "Rashid", "Saleh")
                    for group in SPELLINGS for word in group}


def fits(alias, label):
    """Is this alias of a source a form of the label, and no nickname, page title or other name?"""
    if not re.fullmatch(r"[^\d(),;:/\"]+", alias.replace(", Jr", " Jr")) or not 2 <= len(alias.split()) <= 5:
        return False
    a, b = [fold(w) for w in bare(alias).split()], [fold(w) for w in bare(label).split()]
    if any(w in ("minister", "president", "ambassador", "king", "mayor", "politician", "government", "of", "the") for w in a):
        return False
    shared = [w for w in a if w in b and len(w) > 2]
    return bool(shared) and (a[-1][:3] == b[-1][:3] or a[0][:2] == b[0][:2] or len(shared) > 1)


def forms(label, aliases, code, limit=10):
    """All further forms of a name: of the source, without middle names, in other transliterations."""
    out = []
    given = [label] + [a for a in (clean(a) for a in aliases) if a and a != label and fits(a, label)][:4]
    for name in given:
        for form in [name, *shorter(name, code)]:
            out.append(form)
    for name in [label, *shorter(label, code)]:
        out += respelled(name, code)
    seen, result = {words(label)}, []
    for form in out:
        key = words(form)
        if key in seen or len(form.split()) < 2:
            continue
        seen.add(key)
        result.append(form)
    return result[:limit]
