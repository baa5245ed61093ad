"""The wording language: `{name}` is a value, `<a|b|>` a choice (choices may nest)."""

import re


class TemplateError(ValueError):
    pass


def parse(text):
    """The template as a list of parts: ("text", s), ("value", name), ("choice", [parts, …])."""
    parts, at = _sequence(text, 0, "")
    if at != len(text):
        raise TemplateError(f"unexpected {text[at]!r} near {text[max(0, at - 30):at + 10]!r}")
    return parts


def _sequence(text, at, stops):
    parts, plain = [], []
    while at < len(text) and text[at] not in stops:
        mark = text[at]
        if mark == "{":
            end = text.find("}", at)
            if end < 0:
                raise TemplateError(f"unclosed value near {text[at:at + 30]!r}")
            parts += [("text", "".join(plain)), ("value", text[at + 1:end])]
            plain, at = [], end + 1
        elif mark == "<":
            options, at = [], at
            while True:
                option, at = _sequence(text, at + 1, "|>")
                options.append(option)
                if at >= len(text):
                    raise TemplateError(f"unclosed choice near {text[-40:]!r}")
                if text[at] == ">":
                    break
            parts += [("text", "".join(plain)), ("choice", options)]
            plain, at = [], at + 1
        elif mark in "}>|":
            raise TemplateError(f"stray {mark!r} near {text[max(0, at - 30):at + 10]!r}")
        else:
            plain.append(mark)
            at += 1
    parts.append(("text", "".join(plain)))
    return [part for part in parts if part[1] != ""], at


def names(parts):
    """The values a template uses, in every choice."""
    found = set()
    for kind, body in parts:
        if kind == "value":
            found.add(body)
        elif kind == "choice":
            for option in body:
                found |= names(option)
    return found


def render(parts, values, choose):
    """The text with the values put in; choose(n) answers which of n options to take."""
    out = []

    def walk(parts):
        for kind, body in parts:
            if kind == "text":
                out.append(body)
            elif kind == "choice":
                walk(body[choose(len(body))])
            else:
                value = values[body.lower()]
                before = "".join(out[-3:]).rstrip(" ")
                if body.isupper():
                    value = value.upper()
                elif not before or before[-1] in ".!?\n”":
                    value = value[:1].upper() + value[1:]
                out.append(value)

    walk(parts)
    return "".join(out)


def pattern(parts, values, patterns):
    """A regular expression for what `render` can answer, on text squeezed by `squeeze`."""
    out = []
    for kind, body in parts:
        if kind == "choice":
            out.append("(?:" + "|".join(pattern(option, values, patterns) for option in body) + ")")
        elif kind == "value" and body.lower() in patterns:
            out.append(patterns[body.lower()])
        else:
            out.append(re.escape(squeeze(body if kind == "text" else values[body.lower()])))
    return "".join(out)


def squeeze(text):
    """The text's letters and digits alone, in lower case, every "an" as "a"."""
    return re.sub(r"[\W_]", "", re.sub(r"\ban\b", "a", text.lower()))


def blocks(text):
    """The text's blocks in order: ("paragraph", s) and ("item", s); hard-wrapped lines are joined."""
    found = []
    for line in text.strip().split("\n"):
        line = re.sub(r"\s+", " ", line).strip()
        if not line:
            continue
        if line.startswith("- "):
            found.append(["item", line[2:].strip()])
        elif found and (found[-1][0] == "paragraph" or found[-1][1][-1] not in ".;!?"):
            found[-1][1] += " " + line
        else:
            found.append(["paragraph", line])
    return [(kind, _tidy(text)) for kind, text in found]


def _tidy(text):
    text = re.sub(r" +([,.;:!?])", r"\1", text)
    text = re.sub(r",{2,}", ",", text)
    text = re.sub(r"\b([Aa]) (?=(?:8|11|18|8\d|18,?\d{3})\b)", r"\1n ", text)
    return re.sub(r"s’s\b|s's\b", "s’", text)
